package io.drydock.core.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.random.RandomStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KolmogorovSmirnovTest {
    @Test
    void aSampleIsNoDifferentFromItself() {
        double[] values = {1, 2, 2, 3, 5};

        KolmogorovSmirnov test = KolmogorovSmirnov.of(values, values);

        assertThat(test.distance()).isZero();
        assertThat(test.pValue()).isEqualTo(1);
    }

    @Test
    void aShiftOfThreeDeviationsIsSeen() {
        KolmogorovSmirnov test = KolmogorovSmirnov.of(normal(1, 0, 400), normal(2, 3, 300));

        assertThat(test.distance()).isGreaterThan(0.8);
        assertThat(test.pValue()).isLessThan(1e-6);
    }

    @Test
    void equalDistributionsAreCalledDifferentAsOftenAsTheLevelSays() {
        long rejected = IntStream.range(0, 400)
                .filter(i -> KolmogorovSmirnov.of(normal(2 * i, 0, 120), normal(2 * i + 1, 0, 150))
                                .pValue()
                        < 0.05)
                .count();

        assertThat(rejected / 400.0).isCloseTo(0.05, within(0.025));
    }

    @Test
    void anEmptySampleSaysNothing() {
        assertThat(KolmogorovSmirnov.of(new double[0], new double[] {1, 2}).pValue())
                .isNaN();
    }

    private static double[] normal(long seed, double mean, int n) {
        RandomStream random = RandomStream.of(seed, "test");
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = mean + random.nextGaussian();
        }
        return values;
    }
}
