package io.drydock.train.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.device.Device;
import io.drydock.core.error.TrainingException;
import io.drydock.image.resize.ResizeMode;
import io.drydock.network.Model;
import io.drydock.network.graph.Network;
import io.drydock.network.weights.FormulaWeights;
import io.drydock.network.zoo.ModelZoo;
import io.drydock.train.config.BatchConfig;
import io.drydock.train.config.BatchNormMode;
import io.drydock.train.config.BodyConfig;
import io.drydock.train.config.EpochPlan;
import io.drydock.train.config.InputConfig;
import io.drydock.train.config.MachineConfig;
import io.drydock.train.config.Recipe;
import io.drydock.train.config.TrainConfig;
import io.drydock.train.loop.StartingModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryEstimateTest {
    private static final Network LITE0 = folded("tf_efficientnet_lite0");

    private static Network folded(String name) {
        Network network = ModelZoo.create(name);
        Model pretrained = new Model(network, FormulaWeights.of(network));
        return StartingModel.of(config(64, 0), pretrained, 5).network();
    }

    private static TrainConfig config(int batch, int microBatch) {
        return Recipe.QUICK
                .config()
                .withEpochs(new EpochPlan(0, 2), new InputConfig("140x210", ResizeMode.SQUISH))
                .withBody(new BodyConfig(BatchNormMode.FOLDED, BodyConfig.TRAIN_ALL, 0))
                .withBatch(new BatchConfig(batch, microBatch, 64, true))
                .withMachine(new MachineConfig(Device.CPU, 2, 1, 5));
    }

    /** Highest anonymous memory of the packaged program while it trained each of these on a CPU, in GB. */
    @ParameterizedTest
    @CsvSource({"tf_efficientnet_lite0, 0, 2.49", "tf_efficientnet_lite0, 16, 1.03", "resnet18, 0, 1.88"})
    void theEstimateIsNoLessThanWasMeasuredAndAtMostAFifthMore(String model, int microBatch, double measured) {
        MemoryEstimate estimate = MemoryEstimate.of(config(64, microBatch), folded(model));

        assertThat(estimate.totalBytes() / 1e9).isBetween(measured, 1.2 * measured);
    }

    @Test
    void normsMultipliedIntoTheirConvolutionsKeepNoActivations() {
        Network stored =
                StartingModel.network(Recipe.QUICK.config().head(), ModelZoo.create("tf_efficientnet_lite0"), 5);
        TrainConfig fixed = config(64, 0).withBody(new BodyConfig(BatchNormMode.FIXED, BodyConfig.TRAIN_ALL, 0));

        assertThat(MemoryEstimate.of(fixed, stored).activationBytes())
                .isEqualTo(MemoryEstimate.of(config(64, 0), LITE0).activationBytes());
    }

    @Test
    void aRefusalNamesAMicroBatchThatFits() {
        long available = 1_800_000_000L;
        assertThatThrownBy(() -> MemoryEstimate.require(config(256, 0), LITE0, available))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("140x210 with 256 images a pass")
                .hasMessageMatching("(?s).*--micro-batch [1-9]\\d* would fit.*")
                .satisfies(refusal -> {
                    String images = refusal.getMessage().replaceAll("(?s).*--micro-batch (\\d+) .*", "$1");
                    MemoryEstimate.require(config(256, Integer.parseInt(images)), LITE0, available);
                });
    }

    @Test
    void whereNoBatchFitsTheRefusalNamesASmallerModelOrSize() {
        assertThatThrownBy(() -> MemoryEstimate.require(config(64, 0), LITE0, 100_000_000))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("smaller model or size");
    }

    @Test
    void aTrainingOfTheHeadAloneKeepsNoActivations() {
        TrainConfig frozen =
                config(64, 0).withEpochs(new EpochPlan(3, 0), new InputConfig("140x210", ResizeMode.SQUISH));

        assertThat(MemoryEstimate.of(frozen, LITE0).activationBytes()).isZero();
    }
}
