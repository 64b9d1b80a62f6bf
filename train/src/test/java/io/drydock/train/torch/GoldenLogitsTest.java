package io.drydock.train.torch;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.network.Model;
import io.drydock.network.graph.Network;
import io.drydock.network.rewrite.FoldBatchNorm;
import io.drydock.network.weights.FloatTensor;
import io.drydock.network.weights.FormulaWeights;
import io.drydock.network.weights.Safetensors;
import io.drydock.network.weights.WeightSet;
import io.drydock.network.zoo.ModelZoo;
import io.drydock.train.Golden;
import io.drydock.train.plan.TrainingPlan;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each model of the zoo through libtorch against timm's own numbers for the same weights and input, folded and not. */
class GoldenLogitsTest {
    private static final double TOLERANCE = 1e-4;

    @BeforeAll
    static void start() {
        TorchRuntime.start(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resnet18", "tf_efficientnet_lite0"})
    void smallModelsAgreeWithTimm(String name) {
        agreesWithTimm(name);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "resnet34",
                "resnet50",
                "resnet101",
                "resnet152",
                "densenet121",
                "tf_efficientnet_lite1",
                "tf_efficientnet_lite2"
            })
    void allOthersAgreeWithTimm(String name) {
        agreesWithTimm(name);
    }

    private static void agreesWithTimm(String name) {
        WeightSet golden = Safetensors.read(Golden.file(name + ".safetensors"));
        Network network = ModelZoo.create(name);
        Model model = new Model(network, FormulaWeights.of(network));
        check(golden, model);
        check(golden, FoldBatchNorm.apply(model));
    }

    private static void check(WeightSet golden, Model model) {
        TrainingPlan plan = TrainingPlan.all(model.network());
        try (TorchWeights weights = TorchWeights.of(model, plan)) {
            TorchNetwork network = new TorchNetwork(weights, plan);
            assertClose(golden.tensor("logits_64x96"), network, FormulaWeights.input("input", 2, 3, 64, 96));
            assertClose(golden.tensor("logits_140x210"), network, FormulaWeights.input("input", 1, 3, 140, 210));
            assertThat(weights.model(weights.values()).weights().sha256())
                    .as("weights after a forward pass")
                    .isEqualTo(model.weights().sha256());
        }
    }

    private static void assertClose(FloatTensor expected, TorchNetwork network, FloatTensor input) {
        try (PointerScope scope = new PointerScope()) {
            Tensor rows = AbstractTensor.create(input.values(), TorchWeights.longs(input.shape()));
            float[] actual = TorchWeights.read(network.evaluate(rows.contiguous(torch.MemoryFormat.ChannelsLast)));
            double largest = 0;
            double worst = 0;
            for (int i = 0; i < actual.length; i++) {
                largest = Math.max(largest, Math.abs(expected.values()[i]));
                worst = Math.max(worst, Math.abs(expected.values()[i] - actual[i]));
            }
            assertThat(actual).hasSameSizeAs(expected.values());
            assertThat(worst).isLessThan(TOLERANCE * largest);
        }
    }
}
