package io.drydock.train.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.device.Device;
import io.drydock.core.error.TrainingException;
import io.drydock.core.run.RunEvent;
import io.drydock.image.augment.Augmentation;
import io.drydock.image.resize.ResizeMode;
import io.drydock.network.Model;
import io.drydock.train.TinyModel;
import io.drydock.train.config.BatchConfig;
import io.drydock.train.config.BatchNormMode;
import io.drydock.train.config.BodyConfig;
import io.drydock.train.config.ClassBalance;
import io.drydock.train.config.EpochPlan;
import io.drydock.train.config.HeadConfig;
import io.drydock.train.config.InputConfig;
import io.drydock.train.config.KeepConfig;
import io.drydock.train.config.LossConfig;
import io.drydock.train.config.MachineConfig;
import io.drydock.train.config.OptimizerConfig;
import io.drydock.train.config.RateConfig;
import io.drydock.train.config.ScheduleConfig;
import io.drydock.train.config.TrainConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
    @TempDir
    Path folder;

    private final List<RunEvent> events = new ArrayList<>();

    private static TrainConfig config() {
        return new TrainConfig(
                "test",
                "tiny",
                "none",
                5,
                new EpochPlan(2, 3),
                new InputConfig("32x48:2,40x60:1", ResizeMode.SQUISH),
                Augmentation.STRONG,
                HeadConfig.CONCAT_POOL,
                new BodyConfig(BatchNormMode.FOLDED, BodyConfig.TRAIN_ALL, 0),
                new BatchConfig(8, 0, 8, true),
                RateConfig.slice(1e-2, 1e-3, 1e-2),
                ScheduleConfig.ONE_CYCLE,
                new OptimizerConfig(0.9, 0.99, 1e-5, 0.01, 5),
                new LossConfig(0.1, ClassBalance.NONE, 0.4, 0.5),
                new KeepConfig(0.9, true, 0, true),
                new MachineConfig(Device.CPU, 1, 1, 0));
    }

    private TrainingResult train(TrainConfig config, String run, BooleanSupplier cancelled) {
        TrainingData data = ColoredPictures.data(45, 12, folder.resolve("cache"));
        Model start = StartingModel.of(config, TinyModel.pretrained(), ColoredPictures.CLASSES);
        return new Trainer(config, start, data, new RunTag(run, 1), folder.resolve(run), events::add, cancelled)
                .train();
    }

    private long steps() {
        return events.stream().filter(RunEvent.Step.class::isInstance).count();
    }

    private long features() {
        return events.stream().filter(RunEvent.Progress.class::isInstance).count();
    }

    @Test
    void learnsToTellColorsApart() {
        TrainConfig config = config().withEpochs(new EpochPlan(3, 9), new InputConfig("32x48", ResizeMode.SQUISH))
                .withHead(HeadConfig.LINEAR)
                .withLoss(LossConfig.PLAIN)
                .withKeep(KeepConfig.LAST);

        TrainingResult result = train(config, "run", () -> false);

        assertThat(result.history()).hasSize(12);
        assertThat(result.history().get(11).weightedF1()).isGreaterThan(0.9);
        assertThat(result.history().get(11).trainLoss())
                .isLessThan(result.history().get(0).trainLoss());
        assertThat(events.get(0)).isInstanceOf(RunEvent.Started.class);
        assertThat(steps()).isEqualTo(12 * 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 10, 12, 18, 22, 25})
    void aRunStoppedAnywhereEndsWithTheSameBytesWhenResumed(int stopAfter) {
        String unbroken =
                train(config(), "unbroken", () -> false).model().weights().sha256();
        events.clear();

        TrainingResult stopped = train(config(), "broken", () -> steps() == stopAfter);
        TrainingResult resumed = train(config(), "broken", () -> false);

        assertThat(stopped.interrupted()).isTrue();
        assertThat(events).anyMatch(RunEvent.Interrupted.class::isInstance);
        assertThat(resumed.model().weights().sha256()).isEqualTo(unbroken);
        assertThat(resumed.history()).hasSize(5);
        assertThat(steps()).isEqualTo(25);
    }

    @Test
    void aStopIsHeededWhileFrozenFeaturesAreComputed() {
        TrainingResult stopped = train(config(), "broken", () -> features() > 0);

        assertThat(stopped.interrupted()).isTrue();
        assertThat(steps()).isZero();
        assertThat(features()).isLessThanOrEqualTo(2);
        assertThat(events).last().isInstanceOf(RunEvent.Interrupted.class);
        TrainingResult resumed = train(config(), "broken", () -> false);
        assertThat(resumed.model().weights().sha256())
                .isEqualTo(train(config(), "unbroken", () -> false)
                        .model()
                        .weights()
                        .sha256());
    }

    @Test
    void equalSeedsEndWithTheSameBytesAndOtherSeedsDoNot() {
        String first = train(config(), "first", () -> false).model().weights().sha256();

        assertThat(train(config(), "again", () -> false).model().weights().sha256())
                .isEqualTo(first);
        assertThat(train(config().withSeed(6), "other", () -> false)
                        .model()
                        .weights()
                        .sha256())
                .isNotEqualTo(first);
    }

    @Test
    void moreWorkersDoNotChangeTheResult() {
        String one = train(config(), "one", () -> false).model().weights().sha256();

        TrainConfig three = config().withMachine(new MachineConfig(Device.CPU, 1, 3, 0));

        assertThat(train(three, "three", () -> false).model().weights().sha256())
                .isEqualTo(one);
    }

    @ParameterizedTest
    @EnumSource(BatchNormMode.class)
    void everyTreatmentOfBatchNormTrains(BatchNormMode mode) {
        TrainConfig config = config().withBody(new BodyConfig(mode, BodyConfig.TRAIN_ALL, 0));

        TrainingResult result = train(config, mode.name(), () -> false);

        assertThat(result.history().get(4).validLoss()).isLessThan(1.2);
    }

    @Test
    void aFrozenStageKeepsItsWeights() {
        TrainConfig config = config().withBody(new BodyConfig(BatchNormMode.FOLDED, "layer1", 0))
                .withKeep(KeepConfig.LAST);
        Model start = StartingModel.of(config, TinyModel.pretrained(), ColoredPictures.CLASSES);

        Model end = train(config, "run", () -> false).model();

        assertThat(end.weights().tensor("conv1.weight"))
                .isEqualTo(start.weights().tensor("conv1.weight"));
        assertThat(end.weights().tensor("conv2.bias")).isEqualTo(start.weights().tensor("conv2.bias"));
        assertThat(end.weights().tensor("conv3.weight"))
                .isNotEqualTo(start.weights().tensor("conv3.weight"));
    }

    @Test
    void patienceEndsARunEarlyAndTheBestEpochIsKept() {
        TrainConfig config = config().withEpochs(new EpochPlan(0, 30), new InputConfig("32x48", ResizeMode.SQUISH))
                .withKeep(new KeepConfig(0, true, 2, true));

        TrainingResult result = train(config, "run", () -> false);

        assertThat(result.history().size()).isLessThan(30);
        assertThat(result.keptEpoch()).isEqualTo(result.history().size() - 2);
    }

    @ParameterizedTest
    @EnumSource(ClassBalance.class)
    void everyClassBalanceTrainsFrozenOnly(ClassBalance balance) {
        TrainConfig config = config().withEpochs(new EpochPlan(3, 0), new InputConfig("32x48", ResizeMode.SQUISH))
                .withLoss(new LossConfig(0, balance, 0.4, 0))
                .withHead(HeadConfig.LINEAR);

        assertThat(train(config, balance.name(), () -> false).history()).hasSize(3);
    }

    @Test
    void aLossThatIsNotANumberEndsTheRunWithARemedy() {
        TrainConfig config = config().withEpochs(new EpochPlan(0, 3), new InputConfig("32x48", ResizeMode.SQUISH))
                .withRate(RateConfig.slice(1, 1e30, 1e38));

        assertThatThrownBy(() -> train(config, "run", () -> false))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("Lower the rate");
    }
}
