package io.drydock.train.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.network.Model;
import io.drydock.network.rewrite.Cut;
import io.drydock.train.TinyModel;
import io.drydock.train.config.BatchNormMode;
import io.drydock.train.config.HeadConfig;
import io.drydock.train.config.Recipe;
import io.drydock.train.config.TrainConfig;
import io.drydock.train.ema.WeightAverage;
import io.drydock.train.loop.StartingModel;
import io.drydock.train.loss.CrossEntropy;
import io.drydock.train.optimizer.AdamW;
import io.drydock.train.plan.FrozenStages;
import io.drydock.train.plan.TrainingPlan;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whether weights, losses, steps and averages stay on one device. libtorch's {@code meta} device, which has shapes and no
 * numbers, stands in for a GPU: it too refuses to compute with a tensor that was left on the CPU. It knows neither
 * convolutions nor batch norms, so what runs is a linear head.
 */
class TorchDeviceTest {
    private static final TorchDevice ELSEWHERE = new TorchDevice("meta");
    private static final TrainConfig CONFIG = Recipe.DEFAULT.config().withHead(HeadConfig.LINEAR);
    private static final int IMAGES = 4;
    private static final int CLASSES = 3;

    @BeforeAll
    static void start() {
        TorchRuntime.start(1);
    }

    private static Model whole() {
        return StartingModel.of(CONFIG, TinyModel.pretrained(), CLASSES);
    }

    private static Tensor features() {
        return AbstractTensor.create(new float[IMAGES * 16], IMAGES, 16);
    }

    private static Tensor targets() {
        return AbstractTensor.create(new float[IMAGES * CLASSES], IMAGES, CLASSES);
    }

    @ParameterizedTest
    @EnumSource(BatchNormMode.class)
    void allTensorsOfAModelLieThere(BatchNormMode mode) {
        TrainingPlan plan =
                TrainingPlan.of(whole().network(), "auto", FrozenStages.of(whole().network(), "layer1"), mode);
        try (TorchWeights weights = TorchWeights.of(whole(), plan, ELSEWHERE)) {
            whole().network()
                    .weights()
                    .forEach(spec -> assertThat(weights.tensor(spec.name()).is_meta())
                            .as(spec.name())
                            .isTrue());
        }
    }

    @Test
    void aStepThereLeavesNoTensorOnTheCpu() {
        Model head = Cut.head(whole());
        TrainingPlan plan = TrainingPlan.all(head.network());
        try (TorchWeights weights = TorchWeights.of(head, plan, ELSEWHERE);
                AdamW optimizer = new AdamW(weights, CONFIG.optimizer());
                WeightAverage average = new WeightAverage(weights, 0.9);
                PointerScope scope = new PointerScope()) {
            TorchNetwork network = new TorchNetwork(weights, plan);
            Tensor logits = network.forward(ELSEWHERE.place(features()), true);
            CrossEntropy.of(logits, ELSEWHERE.place(targets()), IMAGES).backward();
            optimizer.step(new double[] {1e-3}, 0.9);
            average.update();
            average.inPlaceOfWeights(() -> network.evaluate(ELSEWHERE.place(features())));

            assertThat(logits.is_meta()).isTrue();
            assertThat(weights.gradients().is_meta()).isTrue();
            assertThat(average.values().is_meta()).isTrue();
        }
    }

    @Test
    void aTensorLeftOnTheCpuIsRefused() {
        Model head = Cut.head(whole());
        TrainingPlan plan = TrainingPlan.all(head.network());
        try (TorchWeights weights = TorchWeights.of(head, plan, ELSEWHERE);
                PointerScope scope = new PointerScope()) {
            Tensor logits = new TorchNetwork(weights, plan).forward(ELSEWHERE.place(features()), true);

            assertThatThrownBy(() -> CrossEntropy.of(logits, targets(), IMAGES)).hasMessageContaining("device");
        }
    }

    @Test
    void onTheCpuTensorsArePlacedAsTheyAre() {
        try (PointerScope scope = new PointerScope()) {
            Tensor rows = features();

            assertThat(TorchDevice.CPU.place(rows)).isSameAs(rows);
        }
    }
}
