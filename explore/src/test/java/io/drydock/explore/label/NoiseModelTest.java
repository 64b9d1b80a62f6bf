package io.drydock.explore.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NoiseModelTest {
    @Test
    void ratesOfAConfusedPairAreReadOffTheLabels() {
        DrawnEvidence drawn = DrawnEvidence.ofOnePair(4000, 0.2, 1);

        double[][] rates = NoiseModel.of(drawn.evidence()).rates();

        assertThat(rates[0][3]).isCloseTo(0.2, within(0.06));
        assertThat(rates[3][0]).isLessThan(0.03);
        assertThat(rates[1][1]).isGreaterThan(0.97);
    }

    @Test
    void aConfusedPairComesForwardInTheRanking() {
        DrawnEvidence drawn = DrawnEvidence.ofOnePair(4000, 0.1, 2);

        int aware = drawn.foundAtTheTop(LabelRanking.NOISE_AWARE.of(drawn.evidence()));
        int plain = drawn.foundAtTheTop(LabelRanking.SELF_CONFIDENCE.of(drawn.evidence()));

        assertThat(aware).isGreaterThan(plain);
    }

    @Test
    void evenNoiseLosesNothingAgainstSelfConfidence() {
        DrawnEvidence drawn = DrawnEvidence.even(4000, 0.1, 3);

        int aware = drawn.foundAtTheTop(LabelRanking.NOISE_AWARE.of(drawn.evidence()));
        int plain = drawn.foundAtTheTop(LabelRanking.SELF_CONFIDENCE.of(drawn.evidence()));

        assertThat(aware).isGreaterThanOrEqualTo(plain - plain / 50);
    }

    @Test
    void labelsWithoutAnyErrorAreBelieved() {
        DrawnEvidence drawn = DrawnEvidence.even(2000, 0, 4);

        double[] wrong = NoiseModel.of(drawn.evidence()).wrong(drawn.evidence());

        assertThat(Arrays.stream(wrong).sum()).isLessThan(20);
    }
}
