package io.drydock.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    /** Labels 0 0 0 1 1 2 against predictions 0 0 1 1 2 2, worked out by hand. */
    private final ConfusionMatrix matrix =
            ConfusionMatrix.of(new int[] {0, 0, 0, 1, 1, 2}, new int[] {0, 0, 1, 1, 2, 2}, 3);

    @Test
    void rowsAreTheGivenLabels() {
        assertThat(matrix.counts()).containsExactly(List.of(2, 1, 0), List.of(0, 1, 1), List.of(0, 0, 1));
        assertThat(matrix.n()).isEqualTo(6);
        assertThat(matrix.rate(0, 1)).isEqualTo(1.0 / 3);
    }

    @Test
    void scoresOfAClassFollowFromItsRowAndColumn() {
        assertThat(matrix.precision(0)).isEqualTo(1.0);
        assertThat(matrix.recall(0)).isEqualTo(2.0 / 3);
        assertThat(matrix.f1(0)).isEqualTo(0.8);
        assertThat(matrix.f1(1)).isEqualTo(0.5);
        assertThat(matrix.f1(2)).isEqualTo(2.0 / 3);
    }

    @Test
    void meansAreTakenAsScikitLearnTakesThem() {
        assertThat(matrix.weightedF1()).isCloseTo((3 * 0.8 + 2 * 0.5 + 2.0 / 3) / 6, within(1e-15));
        assertThat(matrix.macroF1()).isCloseTo((0.8 + 0.5 + 2.0 / 3) / 3, within(1e-15));
        assertThat(matrix.accuracy()).isEqualTo(4.0 / 6);
    }

    @Test
    void aClassPredictedButNeverGivenCountsAsZeroInTheMacroMeanOnly() {
        ConfusionMatrix zero = ConfusionMatrix.of(new int[] {0, 0, 1, 1}, new int[] {0, 2, 1, 1}, 3);

        assertThat(zero.f1(2)).isZero();
        assertThat(zero.recall(2)).isZero();
        assertThat(zero.weightedF1()).isCloseTo((2 * (2.0 / 3) + 2 * 1.0) / 4, within(1e-15));
        assertThat(zero.macroF1()).isCloseTo((2.0 / 3 + 1 + 0) / 3, within(1e-15));
    }

    @Test
    void aClassNeitherGivenNorPredictedDoesNotCount() {
        ConfusionMatrix absent = ConfusionMatrix.of(new int[] {0, 1}, new int[] {0, 1}, 5);

        assertThat(absent.macroF1()).isEqualTo(1.0);
        assertThat(absent.f1(4)).isZero();
        assertThat(absent.precision(4)).isZero();
    }

    @Test
    void aClassNeverPredictedHasPrecisionZero() {
        ConfusionMatrix never = ConfusionMatrix.of(new int[] {0, 1}, new int[] {0, 0}, 2);

        assertThat(never.precision(1)).isZero();
        assertThat(never.f1(0)).isEqualTo(2.0 / 3);
        assertThat(never.weightedF1()).isEqualTo(1.0 / 3);
    }

    @Test
    void oneClassOnlyIsAllRight() {
        ConfusionMatrix one = ConfusionMatrix.of(new int[] {0, 0}, new int[] {0, 0}, 1);

        assertThat(one.weightedF1()).isEqualTo(1);
        assertThat(MostConfused.of(one, 1)).isEmpty();
    }

    @Test
    void theMostConfusedPairsComeFirst() {
        ConfusionMatrix counts = ConfusionMatrix.of(new int[][] {{9, 4, 0}, {7, 5, 1}, {0, 1, 3}});

        assertThat(MostConfused.of(counts, 1))
                .containsExactly(
                        new MostConfused.ConfusedPair(1, 0, 7),
                        new MostConfused.ConfusedPair(0, 1, 4),
                        new MostConfused.ConfusedPair(1, 2, 1),
                        new MostConfused.ConfusedPair(2, 1, 1));
        assertThat(MostConfused.of(counts, 5)).hasSize(1);
    }
}
