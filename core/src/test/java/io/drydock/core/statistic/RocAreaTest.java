package io.drydock.core.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RocAreaTest {
    @Test
    void scoresThatPutOneGroupAboveTheOtherHaveAreaOne() {
        RocArea area = of(new double[] {1, 2, 3, 7, 8, 9}, new boolean[] {false, false, false, true, true, true});

        assertThat(area.area()).isEqualTo(1);
        assertThat(area.standardError()).isZero();
        assertThat(area.pValue()).isCloseTo(1 / 20.0, within(0.01));
    }

    @Test
    void groupsToldApartWhollyAreNoProofThatTheyAlwaysAre() {
        RocArea area = of(new double[] {1, 2, 3, 7, 8, 9}, new boolean[] {false, false, false, true, true, true});

        assertThat(area.low()).isBetween(.2, .8);
        assertThat(area.high()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 15, 15", ".8, 15, 15", "2, 15, 15", "3, 30, 30", "1.2, 10, 90"})
    void theIntervalHoldsTheTrueArea(double shift, int firsts, int seconds) {
        RandomStream world = RandomStream.of(9, "true area");
        double truth = 0;
        int pairs = 400_000;
        for (int i = 0; i < pairs; i++) {
            truth += world.nextGaussian() + shift > world.nextGaussian() ? 1.0 / pairs : 0;
        }
        int held = 0;
        int sets = 400;
        for (int set = 0; set < sets; set++) {
            RandomStream random = RandomStream.of(8, "area intervals", set);
            double[] scores = new double[firsts + seconds];
            boolean[] second = new boolean[firsts + seconds];
            for (int i = 0; i < scores.length; i++) {
                second[i] = i < seconds;
                scores[i] = random.nextGaussian() + (second[i] ? shift : 0);
            }
            RocArea area = RocArea.of(scores, second, 1, random);
            held += area.low() <= truth && area.high() >= truth ? 1 : 0;
        }
        assertThat(held / (double) sets).isGreaterThanOrEqualTo(.92);
    }

    @Test
    void tiesCountHalf() {
        assertThat(of(new double[] {1, 1, 1, 1}, new boolean[] {true, false, true, false})
                        .area())
                .isEqualTo(0.5);
        assertThat(of(new double[] {0, 1, 1, 2}, new boolean[] {false, false, true, true})
                        .area())
                .isEqualTo(0.875);
    }

    @Test
    void theErrorAgreesWithRepeatedDraws() {
        int runs = 400;
        double[] areas = new double[runs];
        double meanError = 0;
        for (int r = 0; r < runs; r++) {
            RandomStream random = RandomStream.of(5, "areas", r);
            double[] scores = new double[150];
            boolean[] second = new boolean[150];
            for (int i = 0; i < 150; i++) {
                second[i] = i < 50;
                scores[i] = random.nextGaussian() + (second[i] ? 0.8 : 0);
            }
            RocArea area = RocArea.of(scores, second, 1, random);
            areas[r] = area.area();
            meanError += area.standardError() / runs;
        }
        double mean = java.util.Arrays.stream(areas).average().orElseThrow();
        double deviation = Math.sqrt(java.util.Arrays.stream(areas)
                .map(a -> (a - mean) * (a - mean))
                .average()
                .orElseThrow());

        assertThat(meanError).isCloseTo(deviation, within(0.1 * deviation));
    }

    @Test
    void scoresThatTellNothingHaveEvenPValues() {
        int small = 0;
        for (int r = 0; r < 200; r++) {
            RandomStream random = RandomStream.of(6, "noise", r);
            double[] scores = new double[60];
            boolean[] second = new boolean[60];
            for (int i = 0; i < 60; i++) {
                second[i] = i % 3 == 0;
                scores[i] = random.nextDouble();
            }
            small += RocArea.of(scores, second, 199, random).pValue() <= 0.1 ? 1 : 0;
        }
        assertThat(small).isBetween(8, 35);
    }

    private static RocArea of(double[] scores, boolean[] second) {
        return RocArea.of(scores, second, 4_999, RandomStream.of(1, "permutations"));
    }
}
