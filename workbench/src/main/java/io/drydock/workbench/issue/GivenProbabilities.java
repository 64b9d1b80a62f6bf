package io.drydock.workbench.issue;

import io.drydock.core.data.Dataset;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.error.DataException;
import io.drydock.core.predict.NpyMatrix;
import io.drydock.core.predict.Probabilities;
import io.drydock.core.predict.ProbabilitiesCsv;
import io.drydock.workbench.Progress;
import io.drydock.workbench.feature.Encoder;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.image.ImageList;
import io.drydock.workspace.image.StoredImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Labelled images with the probabilities that their labels are held against.
 *
 * @param images those covered, in import order, with their labels now
 * @param probabilities of the same images, in the same order
 * @param source where they come from, in words
 * @param withoutProbabilities labelled images that the source does not cover
 */
public record GivenProbabilities(
        List<LabeledImage> images, Probabilities probabilities, String source, List<String> withoutProbabilities) {
    public GivenProbabilities {
        images = List.copyOf(images);
        withoutProbabilities = List.copyOf(withoutProbabilities);
    }

    /**
     * Has them from a source.
     *
     * @param data labelled images now
     * @param groups images that must share a fold of the probe, by the name of their group
     * @throws DataException if the source covers no labelled image, or is no set of probabilities
     */
    public static GivenProbabilities of(
            Workspace workspace,
            Dataset data,
            ProbabilitySource source,
            Map<String, String> groups,
            Progress progress) {
        if (source instanceof ProbabilitySource.Probe probe) {
            String encoders =
                    probe.choice().encoders().stream().map(Encoder::name).collect(Collectors.joining(", "));
            return covered(
                    data,
                    new WorkspaceProbe(workspace, probe.choice()).outOfFold(data, groups, progress),
                    "linear probe, " + probe.choice().folds() + " folds, on " + encoders);
        }
        if (source instanceof ProbabilitySource.Runs runs) {
            return covered(
                    data,
                    RunProbabilities.of(workspace, data, runs.names(), progress),
                    "runs " + String.join(", ", runs.names()));
        }
        if (source instanceof ProbabilitySource.Csv csv) {
            return covered(
                    data,
                    ProbabilitiesCsv.read(csv.file(), data.classes()),
                    csv.file().toString());
        }
        if (source instanceof ProbabilitySource.Npy npy) {
            return covered(data, npy(workspace, data, npy.file()), npy.file().toString());
        }
        throw new IllegalStateException("no such source: " + source);
    }

    /**
     * Reads the source where it is a file, so that a wrong one is refused before any long work.
     *
     * @throws DataException as {@link #of}
     */
    public static void check(Workspace workspace, ProbabilitySource source) {
        if (source instanceof ProbabilitySource.Csv || source instanceof ProbabilitySource.Npy) {
            of(workspace, workspace.dataset(), source, Map.of(), Progress.NONE);
        }
    }

    /**
     * The same without some images.
     *
     * @throws DataException if none is left
     */
    public GivenProbabilities without(Set<String> left) {
        if (images.stream().noneMatch(image -> left.contains(image.image()))) {
            return this;
        }
        List<LabeledImage> kept =
                images.stream().filter(image -> !left.contains(image.image())).toList();
        if (kept.isEmpty()) {
            throw new DataException("Every labeled image has changed or is gone. Run drydock init again.");
        }
        List<String> without = new ArrayList<>(withoutProbabilities);
        images.stream().map(LabeledImage::image).filter(left::contains).forEach(without::add);
        return new GivenProbabilities(
                kept,
                probabilities.select(kept.stream().map(LabeledImage::image).toList()),
                source,
                without);
    }

    private static Probabilities npy(Workspace workspace, Dataset data, Path file) {
        double[][] rows = NpyMatrix.read(file);
        List<String> labeled =
                workspace.labeledImages().stream().map(StoredImage::path).toList();
        List<String> now = data.images().stream().map(LabeledImage::image).toList();
        List<String> imported = workspace.images().usable(ImageList.LABELED).stream()
                .map(StoredImage::path)
                .toList();
        List<String> images = Stream.of(labeled, imported)
                .filter(paths -> paths.size() == rows.length)
                .findFirst()
                .orElse(now);
        if (rows.length != images.size()) {
            throw new DataException(file + " has " + rows.length + " rows, and the workspace has " + labeled.size()
                    + " labelled images"
                    + (now.size() == labeled.size() ? "" : ", " + now.size() + " of them not dropped")
                    + ". Rows must stand in the order of the imported labels; a CSV with an image column may"
                    + " stand in any.");
        }
        try {
            return new Probabilities(images, data.classes().codes(), rows);
        } catch (DataException e) {
            throw new DataException(file + ": " + e.getMessage(), e);
        }
    }

    private static GivenProbabilities covered(Dataset data, Probabilities all, String source) {
        Set<String> known = new HashSet<>(all.images());
        List<LabeledImage> images = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (LabeledImage image : data.images()) {
            if (known.contains(image.image())) {
                images.add(image);
            } else {
                without.add(image.image());
            }
        }
        if (images.isEmpty()) {
            throw new DataException("The probabilities of " + source + " cover none of the " + data.size()
                    + " labelled images. Name a source that was predicted for them, or use the probe.");
        }
        return new GivenProbabilities(
                images, all.select(images.stream().map(LabeledImage::image).toList()), source, without);
    }
}
