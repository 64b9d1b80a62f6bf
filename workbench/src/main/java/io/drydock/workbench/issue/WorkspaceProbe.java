package io.drydock.workbench.issue;

import io.drydock.core.data.Dataset;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.error.DataException;
import io.drydock.core.predict.Probabilities;
import io.drydock.core.split.Splitter;
import io.drydock.explore.probe.LinearProbe;
import io.drydock.explore.probe.ProbeInput;
import io.drydock.workbench.Progress;
import io.drydock.workbench.feature.Encoder;
import io.drydock.workbench.feature.FeatureView;
import io.drydock.workbench.feature.WorkspaceFeatures;
import io.drydock.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The linear probe over the labelled images of a workspace: every image is predicted by models that saw neither it nor
 * another of its group. Features come from the cache, so a second call with other labels takes seconds. For one thread at
 * a time.
 */
public final class WorkspaceProbe {
    /** Share for validation of the split that the folds are drawn beside; it has no part in the probe. */
    private static final double UNUSED_SHARE = 0.5;

    private final Workspace workspace;
    private final ProbeChoice choice;

    public WorkspaceProbe(Workspace workspace, ProbeChoice choice) {
        this.workspace = workspace;
        this.choice = choice;
    }

    /**
     * Probabilities of a labelled set, out of fold, by models that hardly learn from labels that look wrong.
     *
     * @param data images of the workspace with labels of any time; images that cannot be read are left out
     * @param groups group of each image that has one beside its content
     * @throws DataException if there are too few images for the folds
     */
    public Probabilities outOfFold(Dataset data, Map<String, String> groups, Progress progress) {
        ProbeImages ready = ready(data, groups, progress);
        int[] labels =
                ready.data().images().stream().mapToInt(LabeledImage::label).toArray();
        progress.at("fitting the linear probe", 0, 1);
        double[][] rows = LinearProbe.STANDARD.noiseTolerant(
                ready.inputs(), labels, data.classes().size(), ready.divisions());
        progress.at("fitting the linear probe", 1, 1);
        return new Probabilities(
                ready.data().images().stream().map(LabeledImage::image).toList(),
                data.classes().codes(),
                rows);
    }

    /**
     * Features and folds of a labelled set.
     *
     * @throws DataException if there are too few images for the folds
     */
    public ProbeImages ready(Dataset data, Map<String, String> groups, Progress progress) {
        List<List<Map<String, float[]>>> features = new ArrayList<>();
        List<String> paths = data.images().stream().map(LabeledImage::image).toList();
        WorkspaceFeatures source = new WorkspaceFeatures(workspace);
        List<LabeledImage> kept = data.images();
        for (Encoder encoder : choice.encoders()) {
            List<Map<String, float[]>> views = new ArrayList<>();
            for (FeatureView view : choice.views()) {
                Map<String, float[]> byImage =
                        source.ofPaths(encoder, view, paths, progress).byImage();
                kept = kept.stream()
                        .filter(image -> byImage.containsKey(image.image()))
                        .toList();
                views.add(byImage);
            }
            features.add(views);
        }
        Dataset readable = new Dataset(data.classes(), kept);
        if (readable.size() < choice.folds()) {
            throw new DataException("The probe needs at least " + choice.folds() + " labelled images that can be read,"
                    + " one a fold, and there are " + readable.size() + ".");
        }
        return new ProbeImages(readable, inputs(readable, features), divisions(readable, groups));
    }

    private static List<float[][]> inputs(Dataset data, List<List<Map<String, float[]>>> features) {
        return features.stream()
                .map(views -> ProbeInput.of(
                        views.stream().map(view -> matrix(data, view)).toList()))
                .toList();
    }

    private static float[][] matrix(Dataset data, Map<String, float[]> rows) {
        return data.images().stream()
                .map(image -> rows.getOrDefault(image.image(), new float[0]))
                .toArray(float[][]::new);
    }

    private List<int[]> divisions(Dataset data, Map<String, String> groups) {
        List<int[]> divisions = new ArrayList<>();
        for (int repeat = 0; repeat < choice.repeats(); repeat++) {
            divisions.add(folds(data, groups, choice.seed() + repeat));
        }
        return divisions;
    }

    private int[] folds(Dataset data, Map<String, String> groups, long seed) {
        Map<String, Integer> folds = Splitter.stratified(UNUSED_SHARE)
                .folds(choice.folds())
                .groupedBy("near", known(data, groups))
                .split(data, seed, 0)
                .folds();
        return data.images().stream()
                .mapToInt(image -> folds.getOrDefault(image.image(), 0))
                .toArray();
    }

    private static Map<String, String> known(Dataset data, Map<String, String> groups) {
        Map<String, String> known = new HashMap<>();
        for (LabeledImage image : data.images()) {
            String group = groups.get(image.image());
            if (group != null) {
                known.put(image.image(), group);
            }
        }
        return known;
    }
}
