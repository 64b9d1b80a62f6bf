package io.drydock.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareIntervalTest {
    private static final double Z = 1.959964;
    private static final int SHARES = 2000;
    /** .93, rounded. */
    private static final double LEAST = .928;

    @Test
    void theIntervalIsThePublishedOne() {
        assertThat(ShareInterval.of(8, 10).low()).isCloseTo(.4794, within(1e-4));
        assertThat(ShareInterval.of(8, 10).high()).isCloseTo(.9541, within(1e-4));
        assertThat(ShareInterval.of(0, 0)).isEqualTo(new Measured(0, 0, 1));
        assertThat(ShareInterval.of(0, 20).low()).isZero();
        assertThat(ShareInterval.of(20, 20).high()).isEqualTo(1);
        assertThatThrownBy(() -> ShareInterval.of(6, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Exact, over all true shares: no simulation. */
    @ParameterizedTest
    @ValueSource(ints = {30, 31, 36, 39, 45, 50, 51, 75, 100, 200, 400})
    void everyTrueShareIsHeldInAtLeastThePromisedShareOfSamples(int n) {
        for (int i = 1; i < SHARES; i++) {
            double share = (double) i / SHARES;
            double held = 0;
            double logChance = n * Math.log(1 - share);
            for (int part = 0; part <= n; part++) {
                Measured interval = ShareInterval.of(part, n);
                held += interval.low() <= share && share <= interval.high() ? Math.exp(logChance) : 0;
                logChance += Math.log(share / (1 - share) * (n - part) / (part + 1));
            }
            assertThat(held).as("share %s of %d", share, n).isGreaterThanOrEqualTo(LEAST);
        }
    }

    @Test
    void theIntervalHoldsWilsonsWhole() {
        for (int n = 1; n < 60; n++) {
            for (int part = 0; part <= n; part++) {
                Measured interval = ShareInterval.of(part, n);
                double p = (double) part / n;
                double center = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
                double reach = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4.0 * n * n)) / (1 + Z * Z / n);
                assertThat(interval.low()).isLessThanOrEqualTo(Math.max(0, center - reach) + 1e-9);
                assertThat(interval.high()).isGreaterThanOrEqualTo(Math.min(1, center + reach) - 1e-9);
                assertThat(interval.low()).isLessThan(interval.high());
            }
        }
    }
}
