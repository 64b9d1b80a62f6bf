package io.drydock.core.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HypergeometricTest {
    @Test
    void twoHeartsAmongFiveCardsAreAsLikelyAsCounted() {
        double none = 575_757 / 2_598_960.0;
        double one = 13 * 82_251 / 2_598_960.0;

        assertThat(Hypergeometric.atLeast(2, 5, 13, 52)).isCloseTo(1 - none - one, within(1e-10));
        assertThat(Hypergeometric.atLeast(0, 5, 13, 52)).isCloseTo(1, within(1e-10));
    }

    @Test
    void anOverlapFarBeyondChanceIsNextToImpossible() {
        assertThat(Hypergeometric.atLeast(118, 161, 992, 5314)).isLessThan(1e-40);
    }

    @Test
    void moreHitsThanTheGroupHoldsAreRefused() {
        assertThatThrownBy(() -> Hypergeometric.atLeast(6, 5, 13, 52)).hasMessageContaining("no draw of 5");
    }
}
