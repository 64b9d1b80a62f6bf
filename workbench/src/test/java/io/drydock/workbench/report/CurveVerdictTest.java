package io.drydock.workbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.run.RunEvent.EpochEnded;
import io.drydock.core.run.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveVerdictTest {
    @Test
    void risingValidationLossWithFallingTrainingLossAndScoreIsOverfitting() {
        List<EpochEnded> epochs = epochs(new double[][] {{1, .8, .7}, {.6, .5, .85}, {.3, .6, .83}, {.1, .9, .8}});

        assertThat(CurveVerdict.of(epochs))
                .isEqualTo("It overfits: validation loss rose from 0.500 in epoch 2 to 0.900 while training loss kept"
                        + " falling, and F1 went from .850 to .800.");
    }

    @Test
    void aScoreThatStillRisesIsOverconfidence() {
        assertThat(CurveVerdict.of(epochs(new double[][] {{1, .8, .7}, {.6, .5, .85}, {.3, .6, .9}})))
                .startsWith("It grows overconfident");
    }

    @Test
    void fallingValidationLossAsksForMoreEpochs() {
        assertThat(CurveVerdict.of(epochs(new double[][] {{1, .8, .7}, {.6, .5, .85}})))
                .isEqualTo(
                        "No sign of overfitting: validation loss ended at 0.500, still falling; more epochs may help.");
    }

    @Test
    void recoveringFromASpikeIsNotFalling() {
        assertThat(CurveVerdict.of(epochs(new double[][] {{1, .5, .8}, {.6, .9, .7}, {.4, .5, .8}})))
                .isEqualTo("No sign of overfitting: validation loss ended at 0.500, level with its lowest.");
    }

    @Test
    void bothLossesRisingIsInstability() {
        assertThat(CurveVerdict.of(epochs(new double[][] {{.5, .5, .8}, {.9, 1.2, .6}})))
                .startsWith("Unstable");
    }

    @Test
    void withoutValidationThereIsNothingToTell() {
        assertThat(CurveVerdict.of(epochs(new double[][] {{1, Double.NaN, Double.NaN}, {.5, Double.NaN, Double.NaN}})))
                .startsWith("No validation part");
    }

    @Test
    void thePageShowsEveryEpoch() {
        String page = CurvesPage.of("0001-x", epochs(new double[][] {{1, .8, .7}, {.6, .5, .85}}), 2)
                .document();

        assertThat(page)
                .contains("still falling")
                .contains("frozen")
                .contains("kept")
                .contains("dd-chart");
    }

    private static List<EpochEnded> epochs(double[][] rows) {
        List<EpochEnded> epochs = new ArrayList<>();
        for (double[] row : rows) {
            epochs.add(new EpochEnded(epochs.size() + 1, Stage.FROZEN, row[0], row[1], row[2], row[2], 10));
        }
        return epochs;
    }
}
