package io.drydock.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnfreezingDropTest {
    private static RunEvent.EpochEnded epoch(int number, Stage stage, double f1) {
        return new RunEvent.EpochEnded(number, stage, 0.4, 0.5, f1, f1, 10);
    }

    @Test
    void aFallAfterTheLastFrozenEpochIsADrop() {
        List<RunEvent.EpochEnded> epochs = List.of(
                epoch(1, Stage.FROZEN, 0.80),
                epoch(2, Stage.FROZEN, 0.857),
                epoch(3, Stage.UNFROZEN, 0.293),
                epoch(4, Stage.UNFROZEN, 0.752));

        assertThat(UnfreezingDrop.of(epochs)).contains(new UnfreezingDrop(0.857, 0.293));
        assertThat(UnfreezingDrop.of(epochs).orElseThrow().message())
                .contains("0.857")
                .contains("0.293")
                .contains("--batch-norm auto");
    }

    @Test
    void aRiseOrAFallByChanceIsNone() {
        assertThat(UnfreezingDrop.of(List.of(epoch(1, Stage.FROZEN, 0.857), epoch(2, Stage.UNFROZEN, 0.84))))
                .isEmpty();
        assertThat(UnfreezingDrop.of(List.of(epoch(1, Stage.FROZEN, 0.857), epoch(2, Stage.UNFROZEN, 0.87))))
                .isEmpty();
    }

    @Test
    void aTrainingWithoutFrozenEpochsOrWithoutScoresHasNone() {
        assertThat(UnfreezingDrop.of(List.of(epoch(1, Stage.UNFROZEN, 0.8), epoch(2, Stage.UNFROZEN, 0.2))))
                .isEmpty();
        assertThat(UnfreezingDrop.of(List.of(epoch(1, Stage.FROZEN, Double.NaN), epoch(2, Stage.UNFROZEN, Double.NaN))))
                .isEmpty();
        assertThat(UnfreezingDrop.of(List.of())).isEmpty();
    }
}
