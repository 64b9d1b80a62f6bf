package io.drydock.explore.shift;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.random.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often the interval holds and the p-value is small, over many drawn pairs of samples. */
class ShiftSimulationTest {
    private static final int SETS = 200;
    private static final int LEAST_THAT_HOLD = 186;
    /** More of 200 sets than this come up with a chance of 2 % when 5 % are expected. */
    private static final int MOST_ALARMS = 17;

    @ParameterizedTest
    @CsvSource({"20, 2, 3", "40, 2, 1", "40, 2, 30", "120, 3, 5", "120, 5, 64", "300, 2, 64", "300, 4, 12"})
    void samplesOfOneDistributionAreHardlyEverToldApart(int n, int oneOf, int width) {
        TwoSampleTest[] tests = drawn(n, oneOf, width, 0);

        assertThat(Arrays.stream(tests)
                        .filter(test -> test.low() <= 0.5 && test.high() >= 0.5)
                        .count())
                .isGreaterThanOrEqualTo(LEAST_THAT_HOLD);
        assertThat(Arrays.stream(tests).filter(test -> test.pValue() < 0.05).count())
                .isLessThanOrEqualTo(MOST_ALARMS);
    }

    @ParameterizedTest
    @CsvSource({"40, 2, 3, 1", "40, 2, 3, 4", "120, 3, 5, 1", "300, 2, 64, 1", "300, 4, 12, 2"})
    void theIntervalHoldsTheMeanAreaOfSamplesThatDiffer(int n, int oneOf, int width, double shift) {
        TwoSampleTest[] tests = drawn(n, oneOf, width, shift);
        double mean =
                Arrays.stream(tests).mapToDouble(TwoSampleTest::area).average().orElseThrow();

        assertThat(Arrays.stream(tests)
                        .filter(test -> test.low() <= mean && test.high() >= mean)
                        .count())
                .isGreaterThanOrEqualTo(LEAST_THAT_HOLD);
    }

    private static TwoSampleTest[] drawn(int n, int oneOf, int width, double shift) {
        return IntStream.range(0, SETS)
                .mapToObj(set -> {
                    RandomStream random = RandomStream.of(2, "samples", n, oneOf, width, (long) shift, set);
                    boolean[] second = new boolean[n];
                    float[][] rows = new float[n][width];
                    for (int i = 0; i < n; i++) {
                        second[i] = i % oneOf == 0;
                        for (int d = 0; d < width; d++) {
                            rows[i][d] = (float) (random.nextGaussian() + (second[i] && d == 0 ? shift : 0));
                        }
                    }
                    return TwoSampleTest.of(rows, second, set);
                })
                .toArray(TwoSampleTest[]::new);
    }
}
