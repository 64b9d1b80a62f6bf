package io.drydock.workbench.pool;

import io.drydock.core.data.Dataset;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.predict.Probabilities;
import io.drydock.core.split.Part;
import io.drydock.explore.linear.LogisticRegression;
import io.drydock.explore.probe.LinearProbe;
import io.drydock.explore.probe.ProbeInput;
import io.drydock.workbench.Progress;
import io.drydock.workbench.evaluate.Contender;
import io.drydock.workbench.feature.ImageFeatures;
import io.drydock.workbench.issue.KeptProbabilities;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.run.RunEntry;
import io.drydock.workspace.run.RunStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What tells classes of unlabeled images: the last finished run, or the audit's linear probe. For one thread at a time. */
sealed interface PoolModel {
    /** The model that is there, if there is one: a run rather than the probe. */
    static Optional<PoolModel> of(Workspace workspace) {
        List<RunEntry> done = workspace.runs().list().stream()
                .filter(run -> run.status() == RunStatus.DONE)
                .toList();
        if (!done.isEmpty()) {
            return Optional.of(new Run(done.get(done.size() - 1).name()));
        }
        String audit = KeptProbabilities.version(workspace);
        long classes = Arrays.stream(workspace.dataset().classCounts())
                .filter(count -> count > 0)
                .count();
        return audit.isEmpty() || classes < 2 ? Optional.empty() : Optional.of(new Probe(audit));
    }

    /** In words, such as {@code run 0001-resnet50}. */
    String described();

    /** A text that is another one when the model is. */
    String version();

    /**
     * Class probabilities of unlabeled images by path; none of those that cannot be read.
     *
     * @param images whose probabilities are wanted
     * @param features of them and of the labelled images
     */
    Map<String, double[]> predict(Workspace workspace, List<String> images, ImageFeatures features, Progress progress);

    /** A finished run. */
    record Run(String name) implements PoolModel {
        @Override
        public String described() {
            return "run " + name;
        }

        @Override
        public String version() {
            return name;
        }

        @Override
        public Map<String, double[]> predict(
                Workspace workspace, List<String> images, ImageFeatures features, Progress progress) {
            Probabilities predicted = Contender.of(workspace, name)
                    .predict(workspace, Part.POOL, images, 1, progress)
                    .probabilities();
            Map<String, double[]> rows = new HashMap<>();
            for (int i = 0; i < predicted.size(); i++) {
                rows.put(predicted.images().get(i), predicted.row(i));
            }
            return rows;
        }
    }

    /**
     * A linear probe on the labels as they are, once an audit has computed features.
     *
     * @param version of the audit's probabilities
     */
    record Probe(String version) implements PoolModel {
        @Override
        public String described() {
            return "linear probe since the last audit";
        }

        @Override
        public Map<String, double[]> predict(
                Workspace workspace, List<String> images, ImageFeatures features, Progress progress) {
            Dataset data = workspace.dataset();
            Map<String, Integer> labels = new HashMap<>();
            for (LabeledImage image : data.images()) {
                labels.put(image.image(), image.label());
            }
            float[][] inputs = ProbeInput.of(List.<float[][]>of(features.rows()));
            List<float[]> rows = new ArrayList<>();
            List<Integer> classes = new ArrayList<>();
            for (int i = 0; i < inputs.length; i++) {
                Integer label = labels.get(features.images().get(i));
                if (label != null) {
                    rows.add(inputs[i]);
                    classes.add(label);
                }
            }
            LogisticRegression model = LogisticRegression.fit(
                    rows.toArray(float[][]::new),
                    classes.stream().mapToInt(Integer::intValue).toArray(),
                    data.classes().size(),
                    LinearProbe.STANDARD.penalty());
            Map<String, double[]> predicted = new HashMap<>();
            for (int i = 0; i < inputs.length; i++) {
                predicted.put(features.images().get(i), model.probabilities(inputs[i]));
            }
            predicted.keySet().retainAll(images);
            return predicted;
        }
    }
}
