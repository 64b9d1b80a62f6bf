package io.drydock.explore.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.random.RandomStream;
import io.drydock.explore.label.LabelEvidence;
import io.drydock.explore.label.LabelScore;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Simulations of what the probe may know: nothing of a row's own label. */
class OutOfFoldTest {
    private static final int WIDTH = 120;

    @ParameterizedTest
    @CsvSource({"150, 2, 5, 60", "150, 2, 3, 60", "400, 4, 5, 20"})
    void labelsThatTellNothingArePredictedByChance(int n, int classes, int folds, int sets) {
        double right = 0;
        for (int set = 0; set < sets; set++) {
            Drawn drawn = new Drawn(n, classes, folds, 0, RandomStream.of(3, "shuffled labels", n, folds, set));
            right += drawn.right(drawn.probabilities()) / sets;
        }

        double error = Math.sqrt((1.0 / classes) * (1 - 1.0 / classes) / (n * (double) sets));
        assertThat(right).isCloseTo(1.0 / classes, within(4 * error + 0.01));
    }

    @Test
    void aLabelHasNoPartInItsOwnPrediction() {
        Drawn drawn = new Drawn(150, 3, 5, 1, RandomStream.of(4, "own label"));
        double[] before = drawn.probabilities()[70];
        drawn.labels[70] = (drawn.labels[70] + 1) % 3;

        assertThat(drawn.probabilities()[70]).containsExactly(before);
    }

    @Test
    void twoFoldsLeaveNothingToWeighBySoAllRowsCountAlike() {
        Drawn drawn = new Drawn(150, 3, 2, 1, RandomStream.of(5, "two folds"));

        assertThat(drawn.probabilities()[9])
                .containsExactly(LinearProbe.STANDARD.outOfFold(drawn.input(), drawn.labels, 3, drawn.folds)[9]);
    }

    @Test
    void wrongLabelsAreStillFound() {
        Drawn drawn = new Drawn(600, 3, 5, 1.2, RandomStream.of(6, "planted"));
        int[] truth = drawn.labels.clone();
        for (int i = 0; i < 60; i++) {
            drawn.labels[i] = (truth[i] + 1) % 3;
        }
        double[] scores = LabelScore.SELF_CONFIDENCE.of(new LabelEvidence(drawn.labels, drawn.probabilities()));

        assertThat(IntStream.range(0, 600)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> scores[i]))
                        .limit(60)
                        .filter(i -> i < 60)
                        .count())
                .isGreaterThan(50);
    }

    /** Rows about a center for each class, or about none, with labels in even shares and folds at random. */
    private static final class Drawn {
        private final float[][] features;
        private final int[] labels;
        private final int[] folds;
        private final int classes;

        Drawn(int n, int classes, int folds, double apart, RandomStream random) {
            this.classes = classes;
            this.features = new float[n][WIDTH];
            this.labels = new int[n];
            this.folds = new int[n];
            int[] order = random.permutation(n);
            for (int i = 0; i < n; i++) {
                labels[order[i]] = i % classes;
                this.folds[order[i]] = i / classes % folds;
            }
            for (int i = 0; i < n; i++) {
                for (int d = 0; d < WIDTH; d++) {
                    features[i][d] = (float) (random.nextGaussian() + (d % 8 == labels[i] ? apart : 0));
                }
            }
        }

        float[][] input() {
            return ProbeInput.of(List.<float[][]>of(features));
        }

        double[][] probabilities() {
            return LinearProbe.STANDARD.noiseTolerant(List.<float[][]>of(input()), labels, classes, List.of(folds));
        }

        double right(double[][] probabilities) {
            LabelEvidence evidence = new LabelEvidence(labels, probabilities);
            return Arrays.stream(IntStream.range(0, labels.length).toArray())
                            .filter(i -> evidence.predicted(i) == labels[i])
                            .count()
                    / (double) labels.length;
        }
    }
}
