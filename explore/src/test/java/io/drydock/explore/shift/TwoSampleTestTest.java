package io.drydock.explore.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.random.RandomStream;
import org.junit.jupiter.api.Test;

class TwoSampleTestTest {
    @Test
    void samplesOfOneDistributionLookAlike() {
        TwoSampleTest test = TwoSampleTest.of(rows(600, 0), second(600), 1);

        assertThat(test.area()).isCloseTo(0.5, within(0.06));
        assertThat(test.notable()).isFalse();
        assertThat(test.low()).isLessThan(0.5);
    }

    @Test
    void aShiftedSampleIsToldApartAndItsRowsLookLikeIt() {
        boolean[] second = second(600);
        TwoSampleTest test = TwoSampleTest.of(rows(600, 1), second, 1);

        assertThat(test.notable()).isTrue();
        assertThat(test.area()).isCloseTo(0.76, within(0.06));
        assertThat(test.low()).isGreaterThan(0.65);
        assertThat(mean(test.likeness(), second, true)).isGreaterThan(0.58);
        assertThat(mean(test.likeness(), second, false)).isLessThan(0.42);
    }

    @Test
    void falseAlarmsAreAsRareAsPromised() {
        int alarms = 0;
        for (int r = 0; r < 40; r++) {
            alarms += TwoSampleTest.of(rows(120, 0, r), second(120), r).pValue() < 0.1 ? 1 : 0;
        }
        assertThat(alarms).isLessThanOrEqualTo(10);
    }

    private static double mean(double[] values, boolean[] second, boolean wanted) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (second[i] == wanted) {
                sum += values[i];
                count++;
            }
        }
        return sum / count;
    }

    private static boolean[] second(int n) {
        boolean[] second = new boolean[n];
        for (int i = 0; i < n; i++) {
            second[i] = i % 3 == 0;
        }
        return second;
    }

    private static float[][] rows(int n, double shift, long... indices) {
        RandomStream random = RandomStream.of(9, "rows", indices);
        boolean[] second = second(n);
        float[][] rows = new float[n][5];
        for (int i = 0; i < n; i++) {
            for (int d = 0; d < 5; d++) {
                rows[i][d] = (float) (random.nextGaussian() + (second[i] && d == 2 ? shift : 0));
            }
        }
        return rows;
    }
}
