package io.drydock.core.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NormalQuantileTest {
    @Test
    void quantilesAreThoseOfTheTables() {
        assertThat(NormalQuantile.of(0.5)).isZero();
        assertThat(NormalQuantile.of(0.975)).isCloseTo(1.959963985, within(1e-8));
        assertThat(NormalQuantile.of(0.001)).isCloseTo(-3.090232306, within(1e-8));
        assertThat(NormalQuantile.of(1e-6)).isCloseTo(-4.753424309, within(1e-7));
    }

    @Test
    void severalIntervalsReachFurtherThanOne() {
        assertThat(NormalQuantile.simultaneous(1)).isCloseTo(1.959963985, within(1e-8));
        assertThat(NormalQuantile.simultaneous(18)).isCloseTo(2.991, within(1e-3));
    }

    @Test
    void aProbabilityOfOneHasNoQuantile() {
        assertThatThrownBy(() -> NormalQuantile.of(1)).hasMessageContaining("(0, 1)");
    }
}
