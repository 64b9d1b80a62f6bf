package io.drydock.train.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.drydock.network.Model;
import io.drydock.network.graph.Network;
import io.drydock.network.rewrite.Cut;
import io.drydock.network.weights.FormulaWeights;
import io.drydock.train.TinyModel;
import io.drydock.train.config.BatchNormMode;
import io.drydock.train.config.HeadConfig;
import io.drydock.train.config.Recipe;
import io.drydock.train.loop.StartingModel;
import io.drydock.train.loss.CrossEntropy;
import io.drydock.train.plan.TrainingPlan;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchLanesTest {
    private static final int IMAGES = 50;
    private static final int CLASSES = 3;
    /** fast.ai's head, whose batch norms see the whole batch, without the dropout that would hide a difference. */
    private static final Model MODEL = StartingModel.of(
            Recipe.ARTICLE.config().withHead(new HeadConfig(HeadConfig.CONCAT_POOL.kind(), 0, 0, 0.01)),
            TinyModel.pretrained(),
            CLASSES);

    @BeforeAll
    static void start() {
        TorchRuntime.start(3);
    }

    private static TrainingPlan plan(BatchNormMode mode) {
        return TrainingPlan.of(MODEL.network(), "auto", List.of(), mode);
    }

    private static Tensor input() {
        return AbstractTensor.create(
                        FormulaWeights.input("x", IMAGES, 3, 24, 32).values(), IMAGES, 3, 24, 32)
                .contiguous(torch.MemoryFormat.ChannelsLast);
    }

    private static float[] gradients(int threads) {
        TrainingPlan plan = plan(BatchNormMode.FOLDED);
        try (TorchWeights weights = TorchWeights.of(MODEL, plan)) {
            TorchNetwork network = new TorchNetwork(weights, plan);
            Optional<BatchLanes> lanes = BatchLanes.of(weights, plan, threads, IMAGES);
            assertThat(lanes.isPresent()).isEqualTo(threads > 1);
            for (int step = 0; step < 2; step++) {
                weights.clearGradients();
                backward(network, lanes);
            }
            lanes.ifPresent(BatchLanes::close);
            return TorchWeights.read(weights.gradients());
        }
    }

    private static void backward(TorchNetwork network, Optional<BatchLanes> lanes) {
        float[] rows = new float[IMAGES * CLASSES];
        for (int i = 0; i < IMAGES; i++) {
            rows[i * CLASSES + i % CLASSES] = 1;
        }
        try (PointerScope scope = new PointerScope()) {
            Optional<Tensor> features = lanes.map(body -> body.features(input()));
            Tensor logits = features.map(network::head).orElseGet(() -> network.forward(input(), true));
            CrossEntropy.of(logits, AbstractTensor.create(rows, IMAGES, CLASSES), IMAGES)
                    .backward();
            features.ifPresent(leaf -> lanes.orElseThrow().backward(leaf.grad()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void gradientsAreThoseOfTheWholeBatch(int threads) {
        assertThat(gradients(threads)).containsExactly(gradients(1), within(1e-5f));
    }

    @Test
    void equalStepsAreEqualInEveryBit() {
        assertThat(gradients(3)).isEqualTo(gradients(3));
    }

    @Test
    void outputsComeInTheOrderOfTheImages() {
        TrainingPlan plan = plan(BatchNormMode.FIXED);
        try (TorchWeights weights = TorchWeights.of(MODEL, plan);
                BatchLanes lanes = BatchLanes.of(weights, plan, 3, IMAGES).orElseThrow();
                PointerScope scope = new PointerScope()) {
            float[] expected = TorchWeights.read(new TorchNetwork(weights, plan).evaluate(input()));

            assertThat(TorchWeights.read(lanes.evaluate(input()))).containsExactly(expected, within(1e-5f));
            assertThat(lanes.suits(input())).isTrue();
            assertThat(lanes.suits(input().narrow(0, 0, 47))).isFalse();
        }
    }

    @Test
    void aLaneThatFailsIsReportedAsItFailed() {
        TrainingPlan plan = plan(BatchNormMode.FIXED);
        try (TorchWeights weights = TorchWeights.of(MODEL, plan);
                BatchLanes lanes = BatchLanes.of(weights, plan, 2, IMAGES).orElseThrow();
                PointerScope scope = new PointerScope()) {
            Tensor gray = AbstractTensor.create(new float[32 * 24 * 32], 32, 1, 24, 32);

            assertThatThrownBy(() -> lanes.features(gray)).hasMessageContaining("channels");
            assertThat(lanes.features(input()).size(0)).isEqualTo(IMAGES);
        }
    }

    @ParameterizedTest
    @EnumSource(BatchNormMode.class)
    void imagesThatShareStatisticsStayTogether(BatchNormMode mode) {
        Network network =
                StartingModel.network(HeadConfig.LINEAR, TinyModel.pretrained().network(), CLASSES);
        Model stored = new Model(network, FormulaWeights.of(network));
        TrainingPlan plan = TrainingPlan.of(network, "auto", List.of(), mode);
        try (TorchWeights weights = TorchWeights.of(stored, plan)) {
            Optional<BatchLanes> lanes = BatchLanes.of(weights, plan, 2, IMAGES);

            assertThat(lanes.isPresent()).isEqualTo(mode != BatchNormMode.TRAINED);
            lanes.ifPresent(BatchLanes::close);
        }
    }

    @Test
    void aHeadAloneOrAFewImagesNeedNoLanes() {
        Model head = Cut.head(MODEL);
        TrainingPlan all = TrainingPlan.all(head.network());
        try (TorchWeights weights = TorchWeights.of(head, all)) {
            assertThat(BatchLanes.of(weights, all, 2, 64)).isEmpty();
        }
        try (TorchWeights weights = TorchWeights.of(MODEL, plan(BatchNormMode.FIXED))) {
            assertThat(BatchLanes.of(weights, plan(BatchNormMode.FIXED), 2, 31)).isEmpty();
        }
    }
}
