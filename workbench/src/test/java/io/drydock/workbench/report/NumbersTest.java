package io.drydock.workbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void numbersReadTheSameEverywhere() {
        assertThat(Numbers.count(8932)).isEqualTo("8,932");
        assertThat(Numbers.percent(0.33914)).isEqualTo("33.9 %");
        assertThat(Numbers.score(0.8744)).isEqualTo(".874");
        assertThat(Numbers.score(1)).isEqualTo("1.000");
        assertThat(Numbers.score(Double.NaN)).isEqualTo("–");
        assertThat(Numbers.bytes(83_700_000)).isEqualTo("83.7 MB");
        assertThat(Numbers.bytes(999)).isEqualTo("999 B");
        assertThat(Numbers.bytes(999_700)).isEqualTo("1.0 MB");
    }

    @Test
    void aProbabilityIsNeverRoundedToCertainty() {
        assertThat(Numbers.probability(0.999)).isEqualTo(">99 %");
        assertThat(Numbers.probability(0.0001)).isEqualTo("<1 %");
        assertThat(Numbers.probability(1)).isEqualTo("100 %");
        assertThat(Numbers.probability(0.42)).isEqualTo("42 %");
    }
}
