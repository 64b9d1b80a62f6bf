package io.drydock.explore.cue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sets in which nothing gives the class away, and sets in which something does. */
class CueSimulationTest {
    private static final int MEASURES = 9;
    private static final int SETS = 200;
    private static final int MOST_ALARMS = SETS / 20;

    @ParameterizedTest
    @CsvSource({"30, 3, 1", "100, 2, 9", "300, 3, 1", "300, 10, 20", "1000, 5, 6"})
    void inSetsOfNoiseAtMostOneOfTwentyShowsAnyCue(int n, int classes, double skew) {
        int alarms = 0;
        for (int set = 0; set < SETS; set++) {
            Drawn drawn = new Drawn(n, classes, skew, RandomStream.of(7, "no cue", n, classes, (long) skew, set));
            alarms += drawn.cues(0).stream().anyMatch(Cue::notable) ? 1 : 0;
        }

        assertThat(alarms).isLessThanOrEqualTo(MOST_ALARMS);
    }

    @Test
    void theBaselineIsTheShareOfTheLargestClass() {
        Drawn drawn = new Drawn(300, 3, 1, RandomStream.of(7, "baseline"));

        assertThat(drawn.cues(0)).allSatisfy(cue -> {
            assertThat(cue.majority()).isCloseTo(1 / 3.0, within(1e-9));
            assertThat(cue.gain().value()).isCloseTo(0, within(0.1));
        });
    }

    @ParameterizedTest
    @CsvSource({"100, 2, 1, 2.5", "300, 3, 1, 2", "1000, 5, 6, 1.2"})
    void aRealCueAmongNineMeasuresIsFound(int n, int classes, double skew, double shift) {
        int found = 0;
        for (int set = 0; set < SETS / 2; set++) {
            Drawn drawn = new Drawn(n, classes, skew, RandomStream.of(8, "a cue", n, classes, (long) skew, set));
            found += drawn.cues(shift).get(0).notable() ? 1 : 0;
        }

        assertThat(found).isGreaterThan(90);
    }

    /** Labels whose classes shrink evenly until the largest is {@code skew} times the smallest, and folds at random. */
    private static final class Drawn {
        private final int[] labels;
        private final int[] folds;
        private final int classes;
        private final double[][] values;

        Drawn(int n, int classes, double skew, RandomStream random) {
            this.classes = classes;
            labels = new int[n];
            folds = new int[n];
            values = new double[MEASURES][n];
            double[] ends = new double[classes];
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                sum += Math.pow(skew, -c / (classes - 1.0));
                ends[c] = sum;
            }
            int label = 0;
            for (int i = 0; i < n; i++) {
                while (i + 0.5 > n * ends[label] / sum) {
                    label++;
                }
                labels[i] = label;
                folds[i] = random.nextInt(10);
                for (double[] measure : values) {
                    measure[i] = random.nextGaussian();
                }
            }
        }

        /** @param shift what the first measure is larger in the second class than in all others */
        List<Cue> cues(double shift) {
            for (int i = 0; i < labels.length; i++) {
                values[0][i] += labels[i] == 1 ? shift : 0;
            }
            return Cue.among(
                    Arrays.stream(values)
                            .map(measure -> new Measure("measure", measure))
                            .toList(),
                    labels,
                    classes,
                    folds);
        }
    }
}
