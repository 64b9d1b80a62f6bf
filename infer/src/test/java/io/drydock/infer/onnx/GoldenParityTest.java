package io.drydock.infer.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.data.ImageSize;
import io.drydock.infer.DirectFloats;
import io.drydock.network.Model;
import io.drydock.network.graph.Network;
import io.drydock.network.onnx.OnnxOptions;
import io.drydock.network.onnx.OnnxWriter;
import io.drydock.network.rewrite.FoldBatchNorm;
import io.drydock.network.weights.FloatTensor;
import io.drydock.network.weights.FormulaWeights;
import io.drydock.network.weights.Safetensors;
import io.drydock.network.weights.WeightSet;
import io.drydock.network.zoo.ModelZoo;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each model of the zoo through ONNX Runtime against timm's own numbers for the same weights and input. */
class GoldenParityTest {
    private static final double TOLERANCE = 1e-4;

    @ParameterizedTest
    @ValueSource(
            strings = {"resnet18", "resnet34", "tf_efficientnet_lite0", "tf_efficientnet_lite1", "tf_efficientnet_lite2"
            })
    void smallModelsAgreeWithTimmFoldedAndNot(String name) throws URISyntaxException {
        agreesWithTimm(name);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"resnet50", "resnet101", "resnet152", "densenet121"})
    void largeModelsAgreeWithTimmFoldedAndNot(String name) throws URISyntaxException {
        agreesWithTimm(name);
    }

    private static void agreesWithTimm(String name) throws URISyntaxException {
        WeightSet golden = Safetensors.read(resource("/golden/" + name + ".safetensors"));
        Network network = ModelZoo.create(name);
        Model model = new Model(network, FormulaWeights.of(network));

        checkAgainst(golden, model);
        checkAgainst(golden, FoldBatchNorm.apply(model));
    }

    private static void checkAgainst(WeightSet golden, Model model) {
        byte[] onnx = OnnxWriter.toBytes(model, OnnxOptions.LOGITS.withFeatures());
        try (OnnxClassifier classifier = OnnxClassifier.of(model.network().name(), onnx, SessionSettings.joint(2));
                OnnxFeatureExtractor extractor =
                        OnnxFeatureExtractor.of(model.network().name(), onnx, SessionSettings.joint(2))) {
            ImageSize small = new ImageSize(64, 96);
            float[] two = FormulaWeights.input("input", 2, 3, 64, 96).values();
            float[][] logits = new float[2][classifier.classes()];
            classifier.logits(DirectFloats.of(two), 2, small, logits);
            assertClose(golden.tensor("logits_64x96"), logits);

            float[][] pooled = new float[2][extractor.width()];
            extractor.extract(DirectFloats.of(two), 2, small, pooled);
            assertClose(golden.tensor("pooled_64x96"), pooled);

            float[] one = FormulaWeights.input("input", 1, 3, 140, 210).values();
            float[][] large = new float[1][classifier.classes()];
            classifier.logits(DirectFloats.of(one), 1, new ImageSize(140, 210), large);
            assertClose(golden.tensor("logits_140x210"), large);
        }
    }

    private static void assertClose(FloatTensor expected, float[][] rows) {
        float[] values = expected.values();
        double largest = 0;
        double worst = 0;
        assertThat(expected.hasShape(rows.length, rows[0].length)).isTrue();
        for (int i = 0; i < values.length; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
            worst = Math.max(worst, Math.abs(values[i] - rows[i / rows[0].length][i % rows[0].length]));
        }
        assertThat(worst / largest).as("largest deviation over largest value").isLessThan(TOLERANCE);
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(GoldenParityTest.class.getResource(name), name)
                .toURI());
    }
}
