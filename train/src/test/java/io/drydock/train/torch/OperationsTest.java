package io.drydock.train.torch;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.network.Model;
import io.drydock.network.graph.Activation;
import io.drydock.network.graph.Conv;
import io.drydock.network.graph.GlobalPool;
import io.drydock.network.graph.Linear;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Padding;
import io.drydock.network.graph.Stage;
import io.drydock.network.weights.FloatTensor;
import io.drydock.network.weights.WeightSet;
import io.drydock.train.config.BatchNormMode;
import io.drydock.train.plan.TrainingPlan;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationsTest {
    @BeforeAll
    static void start() {
        TorchRuntime.start(1);
    }

    /** One pixel x with kernel 1: the loss is the activation of x, its gradient by the kernel x where nothing was cut. */
    @ParameterizedTest
    @CsvSource({
        "RELU6, -1, 0, 0",
        "RELU6, 2.5, 2.5, 2.5",
        "RELU6, 7, 6, 0",
        "RELU6, 0, 0, 0",
        "RELU, 7, 7, 7",
        "RELU, -1, 0, 0"
    })
    void whatAnActivationCutHasNoGradient(Activation.Kind kind, float pixel, float output, float gradient) {
        Network network = new Network(
                "one",
                List.of(
                        Conv.square("conv", "image", 1, 1, 1, 1, Padding.NONE),
                        new Activation("act", "conv", kind),
                        Conv.square("next", "act", 1, 1, 1, 1, Padding.NONE),
                        new GlobalPool("pool", "next", GlobalPool.Kind.AVERAGE),
                        Linear.withBias("fc", "pool", 1, 1)),
                "image",
                "next",
                "pool",
                "fc",
                List.of(new Stage("stem", "next")));
        FloatTensor kernel = new FloatTensor(new int[] {1, 1, 1, 1}, new float[] {1});
        WeightSet ones = new WeightSet(Map.of(
                "conv.weight",
                kernel,
                "next.weight",
                kernel,
                "fc.weight",
                new FloatTensor(new int[] {1, 1}, new float[] {1}),
                "fc.bias",
                new FloatTensor(new int[] {1}, new float[] {0})));
        TrainingPlan plan = TrainingPlan.of(network, "auto", List.of(), BatchNormMode.FOLDED);
        try (TorchWeights weights = TorchWeights.of(new Model(network, ones), plan);
                PointerScope scope = new PointerScope()) {
            Tensor made = new TorchNetwork(weights, plan)
                    .forward(AbstractTensor.create(new float[] {pixel}, 1, 1, 1, 1), true);
            made.sum().backward();

            assertThat(made.item_float()).isEqualTo(output);
            assertThat(weights.namedGradients().tensor("conv.weight").values()).containsExactly(gradient);
            assertThat(weights.namedGradients().tensor("next.weight").values()).containsExactly(output);
        }
    }
}
