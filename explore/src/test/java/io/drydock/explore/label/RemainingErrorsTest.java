package io.drydock.explore.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemainingErrorsTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.1, 0.2})
    void theIntervalHoldsTheNumberOfWrongLabelsBeforeAnybodyLooks(double share) {
        DrawnEvidence drawn = DrawnEvidence.even(3000, share, 5);
        int wrong = drawn.wrong().cardinality();

        RemainingErrors errors = RemainingErrors.of(drawn.evidence());

        assertThat(errors.total().low()).isLessThanOrEqualTo(wrong);
        assertThat(errors.total().high()).isGreaterThanOrEqualTo(wrong);
        assertThat(errors.total().value()).isCloseTo(wrong, within(0.4 * wrong));
    }

    @Test
    void verdictsNarrowTheIntervalAndItStillHoldsWhatIsLeft() {
        DrawnEvidence drawn = DrawnEvidence.even(3000, 0.1, 6);
        double[] scores = LabelRanking.NOISE_AWARE.of(drawn.evidence());
        RemainingErrors before = RemainingErrors.of(drawn.evidence());

        Outcome[] outcomes = drawn.reviewed(scores, 250);
        RemainingErrors after = RemainingErrors.of(drawn.evidence(), outcomes);

        long found = Arrays.stream(outcomes).filter(Outcome.WRONG::equals).count();
        long left = drawn.wrong().cardinality() - found;
        assertThat(width(after)).isLessThan(width(before));
        assertThat((double) left)
                .isBetween(after.remaining().low(), after.remaining().high());
        assertThat(after.total().value()).isCloseTo(found + after.remaining().value(), within(1e-6));
    }

    @Test
    void nothingRemainsWhenEveryLabelWasLookedAt() {
        DrawnEvidence drawn = DrawnEvidence.even(400, 0.1, 7);

        RemainingErrors errors = RemainingErrors.of(drawn.evidence(), drawn.reviewed(new double[400], 400));

        assertThat(errors.remaining().high()).isZero();
        assertThat(errors.total().value()).isEqualTo(drawn.wrong().cardinality());
    }

    @Test
    void errorsAreCountedByPairOfClasses() {
        DrawnEvidence drawn = DrawnEvidence.ofOnePair(4000, 0.2, 8);

        PairErrors most = RemainingErrors.of(drawn.evidence()).pairs().get(0);

        assertThat(most.given()).isEqualTo(3);
        assertThat(most.other()).isZero();
        assertThat((double) drawn.wrong().cardinality())
                .isBetween(most.count().low(), most.count().high());
    }

    private static double width(RemainingErrors errors) {
        return errors.total().high() - errors.total().low();
    }
}
