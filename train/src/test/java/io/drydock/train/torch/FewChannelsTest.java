package io.drydock.train.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.network.Model;
import io.drydock.network.graph.Activation;
import io.drydock.network.graph.Conv;
import io.drydock.network.graph.GlobalPool;
import io.drydock.network.graph.Linear;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Node;
import io.drydock.network.graph.Padding;
import io.drydock.network.graph.Stage;
import io.drydock.network.weights.FloatTensor;
import io.drydock.network.weights.FormulaWeights;
import io.drydock.network.weights.WeightSet;
import io.drydock.train.config.BatchNormMode;
import io.drydock.train.config.OptimizerConfig;
import io.drydock.train.loss.CrossEntropy;
import io.drydock.train.optimizer.AdamW;
import io.drydock.train.plan.TrainingPlan;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Training with 1x1 convolutions of few channels. Without the zeros of {@link FewChannels} this class ends the JVM with AVX2
 * ("double free or corruption"); with AVX-512 the damage stays silent at these sizes.
 */
class FewChannelsTest {
    private static final int IMAGES = 32;
    private static final int CLASSES = 3;
    private static final int STEPS = 8;

    @BeforeAll
    static void start() {
        TorchRuntime.start(1);
    }

    /** A stem of a few channels and two 1x1 convolutions of the same width and stride. */
    private static Model narrow(int channels, int stride) {
        List<Node> nodes = List.of(
                Conv.square("conv1", "image", 3, channels, 3, 1, Padding.of(1)).withBias("conv1.bias"),
                new Activation("act1", "conv1", Activation.Kind.RELU),
                Conv.square("conv2", "act1", channels, channels, 1, stride, Padding.NONE)
                        .withBias("conv2.bias"),
                new Activation("act2", "conv2", Activation.Kind.RELU),
                Conv.square("conv3", "act2", channels, 16, 1, stride, new Padding.Same()),
                new Activation("act3", "conv3", Activation.Kind.RELU),
                new GlobalPool("global_pool", "act3", GlobalPool.Kind.AVERAGE),
                Linear.withBias("fc", "global_pool", 16, CLASSES));
        Network network = new Network(
                "narrow",
                nodes,
                "image",
                "act3",
                "global_pool",
                "fc",
                List.of(new Stage("stem", "act1"), new Stage("layer1", "act3")));
        return new Model(network, FormulaWeights.of(network));
    }

    private static Tensor input(MemoryOrder order) {
        FloatTensor values = FormulaWeights.input("x", IMAGES, 3, 48, 64);
        return AbstractTensor.create(values.values(), IMAGES, 3, 48, 64).contiguous(order.format());
    }

    /** Gradients of the first step, and the weights after some. */
    private record Trained(WeightSet gradients, WeightSet weights) {}

    private static Trained train(Model model, MemoryOrder order, boolean lanes) {
        TrainingPlan plan = TrainingPlan.of(model.network(), "auto", List.of(), BatchNormMode.FOLDED);
        double[] rates = plan.groups().stream().mapToDouble(group -> 1e-3).toArray();
        try (TorchWeights weights = TorchWeights.of(model, plan, order);
                AdamW optimizer = new AdamW(weights, new OptimizerConfig(0.9, 0.99, 1e-5, 0.01, 0))) {
            TorchNetwork network = new TorchNetwork(weights, plan);
            Optional<BatchLanes> body = lanes ? BatchLanes.of(weights, plan, 2, IMAGES) : Optional.empty();
            assertThat(body.isPresent()).isEqualTo(lanes);
            Optional<WeightSet> first = Optional.empty();
            for (int step = 0; step < STEPS; step++) {
                weights.clearGradients();
                backward(network, body, order);
                first = first.or(() -> Optional.of(weights.namedGradients()));
                optimizer.step(rates, 0.9);
            }
            body.ifPresent(BatchLanes::close);
            return new Trained(first.orElseThrow(), weights.named(weights.values()));
        }
    }

    private static void backward(TorchNetwork network, Optional<BatchLanes> lanes, MemoryOrder order) {
        float[] rows = new float[IMAGES * CLASSES];
        for (int i = 0; i < IMAGES; i++) {
            rows[i * CLASSES + i % CLASSES] = 1;
        }
        try (PointerScope scope = new PointerScope()) {
            Optional<Tensor> features = lanes.map(body -> body.features(input(order)));
            Tensor logits = features.map(network::head).orElseGet(() -> network.forward(input(order), true));
            CrossEntropy.of(logits, AbstractTensor.create(rows, IMAGES, CLASSES), IMAGES)
                    .backward();
            features.ifPresent(leaf -> lanes.orElseThrow().backward(leaf.grad()));
        }
    }

    private static void assertEqual(WeightSet actual, WeightSet expected, float tolerance) {
        assertThat(actual.names()).isEqualTo(expected.names());
        for (String name : expected.names()) {
            assertThat(actual.tensor(name).values())
                    .as(name)
                    .containsExactly(expected.tensor(name).values(), within(tolerance));
        }
    }

    /** The other order in memory takes other code of oneDNN, which is not affected. */
    @ParameterizedTest
    @CsvSource({"1, 2", "4, 1", "4, 2", "5, 2", "6, 3", "8, 1", "8, 2", "12, 2", "15, 2", "16, 2"})
    void trainingIsTheSameInBothOrdersInMemory(int channels, int stride) {
        Model model = narrow(channels, stride);

        Trained expected = train(model, MemoryOrder.CHANNELS_FIRST, false);
        Trained actual = train(model, MemoryOrder.CHANNELS_LAST, false);

        assertEqual(actual.gradients(), expected.gradients(), 2e-6f);
        assertEqual(actual.weights(), expected.weights(), 1e-4f);
    }

    @ParameterizedTest
    @CsvSource({"4, 1", "4, 2", "8, 2"})
    void lanesTrainTheSame(int channels, int stride) {
        Model model = narrow(channels, stride);

        Trained expected = train(model, MemoryOrder.CHANNELS_FIRST, false);
        Trained actual = train(model, MemoryOrder.CHANNELS_LAST, true);

        assertEqual(actual.gradients(), expected.gradients(), 1e-5f);
        assertEqual(actual.weights(), expected.weights(), 1e-4f);
    }

    @Test
    void widenedTensorsHaveSixteenChannelsOfWhichTheRestIsZero() {
        try (PointerScope scope = new PointerScope()) {
            Tensor kernel = AbstractTensor.create(new float[] {1, 2, 3, 4, 5, 6}, 2, 3, 1, 1);

            Tensor widened = FewChannels.widened(kernel);

            assertThat(widened.sizes().vec().get()).containsExactly(2, 16, 1, 1);
            assertThat(TorchWeights.read(widened.narrow(1, 0, 3).contiguous())).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(widened.sum().item_float()).isEqualTo(21);
        }
    }

    @Test
    void onlyDenseKernelsOfOnePixelAndFewChannelsThatTrainAreWidened() {
        try (PointerScope scope = new PointerScope()) {
            Tensor trains = AbstractTensor.create(new float[] {1}, 1, 1, 1, 1).set_requires_grad(true);
            Conv few = Conv.square("a", "image", 8, 8, 1, 1, Padding.NONE);

            assertThat(FewChannels.concerns(few, trains, MemoryOrder.CHANNELS_LAST))
                    .isTrue();
            assertThat(FewChannels.concerns(few, trains, MemoryOrder.CHANNELS_FIRST))
                    .isFalse();
            assertThat(FewChannels.concerns(few, trains.detach(), MemoryOrder.CHANNELS_LAST))
                    .isFalse();
            for (Conv other : List.of(
                    Conv.square("b", "image", 16, 8, 1, 1, Padding.NONE),
                    Conv.square("c", "image", 8, 8, 3, 1, Padding.of(1)),
                    Conv.grouped("d", "image", 8, 8, 1, 1, Padding.NONE, 8))) {
                assertThat(FewChannels.concerns(other, trains, MemoryOrder.CHANNELS_LAST))
                        .as(other.name())
                        .isFalse();
            }
        }
    }
}
