package io.drydock.bench.label;

import io.drydock.core.random.RandomStream;
import io.drydock.explore.label.LabelEvidence;
import io.drydock.explore.label.LabelRanking;
import io.drydock.explore.label.NoiseModel;
import io.drydock.explore.probe.LinearProbe;
import io.drydock.workbench.Progress;
import io.drydock.workspace.Workspace;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * {@code make study-nested WORKSPACE=DIR}: what it changes that the probe's weights are computed inside each fold. Beside the
 * nested probe runs the one of 0.1.0, whose weights come from models that saw the label they bear on: on shuffled labels,
 * where nothing can be predicted, and on planted errors in random parts of a workspace.
 */
public final class NestedStudy {
    private static final LinearProbe PROBE = LinearProbe.STANDARD;

    private final StudyImages images;

    private NestedStudy(StudyImages images) {
        this.images = images;
    }

    /** Measures and prints. The argument is a workspace. */
    public static void main(String[] arguments) {
        NestedStudy study = new NestedStudy(StudyImages.of(Workspace.open(Path.of(arguments[0])), Progress.NONE));
        System.out.println(
                "| shuffled labels, images | sets | nested right | 0.1.0 right | by chance |\n|---|---|---|---|---|");
        for (int n : new int[] {150, 600}) {
            System.out.println(study.shuffled(n, 20));
        }
        System.out.println("\n| planted errors, images | sets | nested | 0.1.0 |\n|---|---|---|---|");
        for (int n : new int[] {600, 1200}) {
            for (NoiseKind kind : NoiseKind.ALL) {
                System.out.println(study.planted(kind, n, 6000 / n));
            }
        }
    }

    /** Part of the images. */
    private record Drawn(int[] labels, List<float[][]> inputs, List<int[]> folds, int classes) {
        double[][] nested() {
            return PROBE.noiseTolerant(inputs, labels, classes, folds);
        }

        double[][] weighedOnce() {
            LabelEvidence first = new LabelEvidence(labels, PROBE.meanOutOfFold(inputs, labels, classes, folds));
            double[] wrong = NoiseModel.of(first).wrong(first);
            float[] weights = new float[wrong.length];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Math.max((float) (1 - wrong[i]), 0.01f);
            }
            return PROBE.meanOutOfFold(inputs, labels, weights, classes, folds);
        }

        int[] predicted(double[][] probabilities) {
            LabelEvidence evidence = new LabelEvidence(labels, probabilities);
            return IntStream.range(0, labels.length).map(evidence::predicted).toArray();
        }
    }

    private Drawn drawn(int[] labels, int[] rows) {
        return new Drawn(
                IntStream.of(rows).map(i -> labels[i]).toArray(),
                images.audit().inputs().stream()
                        .map(input -> IntStream.of(rows).mapToObj(i -> input[i]).toArray(float[][]::new))
                        .toList(),
                images.audit().divisions().stream()
                        .map(folds -> IntStream.of(rows).map(i -> folds[i]).toArray())
                        .toList(),
                images.classes().size());
    }

    private int[] rows(int n, int set) {
        return Arrays.copyOf(RandomStream.of(set, "part of the images", n).permutation(images.size()), n);
    }

    private String shuffled(int n, int sets) {
        double nested = 0;
        double once = 0;
        double chance = 0;
        for (int set = 0; set < sets; set++) {
            int[] order = RandomStream.of(set, "shuffled labels").permutation(images.size());
            int[] labels = IntStream.of(order).map(i -> images.truth()[i]).toArray();
            Drawn drawn = drawn(labels, rows(n, set));
            int[] predicted = drawn.predicted(drawn.nested());
            nested += equal(drawn.labels(), predicted) / sets;
            once += equal(drawn.labels(), drawn.predicted(drawn.weighedOnce())) / sets;
            chance += expected(drawn.labels(), predicted, drawn.classes()) / sets;
        }
        return String.format(Locale.ROOT, "| %d | %d | %.3f | %.3f | %.3f |", n, sets, nested, once, chance);
    }

    private String planted(NoiseKind kind, int n, int sets) {
        double nested = 0;
        double once = 0;
        int[] pair = {0, images.classes().size() - 1};
        for (int set = 0; set < sets; set++) {
            int[] rows = rows(n, set);
            int[] truth = IntStream.of(rows).map(i -> images.truth()[i]).toArray();
            PlantedNoise noise = kind.plant(truth, images.classes().size(), pair, set);
            Drawn drawn = new Drawn(
                    noise.labels(),
                    drawn(images.truth(), rows).inputs(),
                    drawn(images.truth(), rows).folds(),
                    images.classes().size());
            nested += precision(drawn, drawn.nested(), noise) / sets;
            once += precision(drawn, drawn.weighedOnce(), noise) / sets;
        }
        return String.format(
                Locale.ROOT, "| %s, %d | %d | %.3f | %.3f |", kind.name(images.names(), pair), n, sets, nested, once);
    }

    private static double precision(Drawn drawn, double[][] probabilities, PlantedNoise noise) {
        return Ranking.of(LabelRanking.NOISE_AWARE.of(new LabelEvidence(drawn.labels(), probabilities)))
                .averagePrecision(noise.wrong());
    }

    private static double equal(int[] labels, int[] predicted) {
        return IntStream.range(0, labels.length)
                        .filter(i -> labels[i] == predicted[i])
                        .count()
                / (double) labels.length;
    }

    /** Share right when labels and predictions of these numbers are unrelated. */
    private static double expected(int[] labels, int[] predicted, int classes) {
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            int of = c;
            sum += (double) IntStream.of(labels).filter(l -> l == of).count()
                    * IntStream.of(predicted).filter(p -> p == of).count();
        }
        return sum / labels.length / labels.length;
    }
}
