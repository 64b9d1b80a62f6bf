package io.drydock.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.network.graph.Network;
import io.drydock.network.graph.Shape;
import io.drydock.network.rewrite.FoldBatchNorm;
import io.drydock.network.rewrite.Unfold;
import io.drydock.network.weights.FloatTensor;
import io.drydock.network.weights.FormulaWeights;
import io.drydock.network.weights.Safetensors;
import io.drydock.network.weights.WeightSet;
import io.drydock.network.zoo.ModelZoo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The definitions themselves, evaluated by plain loops, against timm's logits on formula weights. */
class GoldenParityTest {
    private static final double TOLERANCE = 1e-4;

    @ParameterizedTest
    @ValueSource(strings = {"resnet18", "densenet121", "tf_efficientnet_lite0"})
    void logitsAndFeaturesAreThoseOfTimm(String name) throws IOException {
        assertGolden(formula(name), name);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"resnet50", "tf_efficientnet_lite1", "tf_efficientnet_lite2"})
    void logitsAndFeaturesOfDeeperNetworksAreThoseOfTimm(String name) throws IOException {
        assertGolden(formula(name), name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resnet18", "densenet121", "tf_efficientnet_lite0"})
    void foldingChangesNoLogit(String name) throws IOException {
        assertGolden(FoldBatchNorm.apply(formula(name)), name);
    }

    @Test
    void unfoldedWeightsComputeTheSame() throws IOException {
        Network network = ModelZoo.create("resnet18");
        Model folded = FoldBatchNorm.apply(formula("resnet18"));

        WeightSet unfolded = Unfold.apply(network, folded.weights());

        assertGolden(new Model(network, unfolded), "resnet18");
    }

    private static Model formula(String name) {
        Network network = ModelZoo.create(name);
        return new Model(network, FormulaWeights.of(network));
    }

    private static void assertGolden(Model model, String name) throws IOException {
        WeightSet golden = golden(name);
        FloatTensor batch = FormulaWeights.input("input", 2, 3, 64, 96);
        Map<String, float[]> values = ReferenceForward.of(model, new Shape(3, 64, 96), ReferenceForward.row(batch, 1));
        float[] logits = ReferenceForward.row(golden.tensor("logits_64x96"), 1);
        float[] pooled = ReferenceForward.row(golden.tensor("pooled_64x96"), 1);
        Network network = model.network();
        assertThat(ReferenceForward.relativeError(values.get(network.output()), logits))
                .isLessThan(TOLERANCE);
        assertThat(ReferenceForward.relativeError(values.get(network.pooled()), pooled))
                .isLessThan(TOLERANCE);
    }

    private static WeightSet golden(String name) throws IOException {
        try (InputStream in = GoldenParityTest.class.getResourceAsStream("/golden/" + name + ".safetensors")) {
            return Safetensors.parse(ByteBuffer.wrap(in.readAllBytes()), name);
        }
    }
}
