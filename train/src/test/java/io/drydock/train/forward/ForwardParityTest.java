package io.drydock.train.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.ImageSize;
import io.drydock.core.device.Device;
import io.drydock.infer.Classifier;
import io.drydock.infer.FeatureExtractor;
import io.drydock.infer.FeatureMap;
import io.drydock.infer.onnx.OnnxClassifier;
import io.drydock.infer.onnx.OnnxFeatureExtractor;
import io.drydock.infer.onnx.SessionSettings;
import io.drydock.network.Model;
import io.drydock.network.graph.GlobalPool;
import io.drydock.network.rewrite.Cut;
import io.drydock.network.weights.BundledBackbone;
import io.drydock.network.weights.FormulaWeights;
import io.drydock.network.zoo.ModelZoo;
import io.drydock.train.TinyModel;
import io.drydock.train.config.HeadConfig;
import io.drydock.train.config.Recipe;
import io.drydock.train.loop.StartingModel;
import io.drydock.train.torch.TorchDevice;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What libtorch computes forward is what ONNX Runtime computes, whatever the head, with norms folded and not. */
class ForwardParityTest {
    private static final int PICTURES = 3;
    private static final ImageSize SIZE = new ImageSize(70, 105);
    private static final SessionSettings ONE = SessionSettings.lanes(1);
    private static final double TOLERANCE = 1e-4;

    static Stream<Model> models() {
        Model lite = new Model(ModelZoo.create(BundledBackbone.MODEL), BundledBackbone.load());
        return Stream.of(
                TinyModel.pretrained(),
                StartingModel.of(Recipe.ARTICLE.config().withHead(HeadConfig.CONCAT_POOL), lite, 5),
                lite);
    }

    @ParameterizedTest
    @MethodSource("models")
    void logitsAndFeatureMapsAgree(Model model) {
        try (Classifier onnx = OnnxClassifier.of(model, ONE);
                Classifier torch = TorchClassifier.of(model, TorchDevice.CPU, 1)) {
            assertThat(torch.classes()).isEqualTo(onnx.classes());
            float[][] expected = new float[PICTURES][onnx.classes()];
            float[][] actual = new float[PICTURES][onnx.classes()];
            onnx.logits(input(), PICTURES, SIZE, expected);
            torch.logits(input(), PICTURES, SIZE, actual);
            FeatureMap[] expectedMaps = onnx.featureMaps(input(), PICTURES, SIZE);
            FeatureMap[] actualMaps = torch.featureMaps(input(), PICTURES, SIZE);
            for (int i = 0; i < PICTURES; i++) {
                assertClose(expected[i], actual[i]);
                assertThat(actualMaps[i].channels()).isEqualTo(expectedMaps[i].channels());
                assertThat(actualMaps[i].height()).isEqualTo(expectedMaps[i].height());
                assertClose(expectedMaps[i].values(), actualMaps[i].values());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void pooledFeaturesAgree(Model model) {
        Model backbone = Cut.backbone(model, GlobalPool.Kind.MAX_AND_AVERAGE);
        try (FeatureExtractor onnx = OnnxFeatureExtractor.of(backbone, ONE);
                FeatureExtractor torch = TorchFeatureExtractor.of(backbone, TorchDevice.CPU, 1)) {
            assertThat(torch.width()).isEqualTo(onnx.width());
            float[][] expected = new float[PICTURES][onnx.width()];
            float[][] actual = new float[PICTURES][onnx.width()];
            onnx.extract(input(), PICTURES, SIZE, expected);
            torch.extract(input(), PICTURES, SIZE, actual);
            for (int i = 0; i < PICTURES; i++) {
                assertClose(expected[i], actual[i]);
            }
        }
    }

    @Test
    void aBufferThatIsTooSmallOrOnTheHeapIsAProgrammersError() {
        try (Classifier torch = TorchClassifier.of(TinyModel.pretrained(), TorchDevice.CPU, 1)) {
            float[][] out = new float[PICTURES + 1][torch.classes()];
            assertThatThrownBy(() -> torch.logits(input(), PICTURES + 1, SIZE, out))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("70x105");
            assertThatThrownBy(() -> torch.logits(FloatBuffer.allocate((int) (3 * SIZE.area())), 1, SIZE, out))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("on the heap");
        }
    }

    @Test
    void featuresOfOneDeviceAreNotKeptAsAnothers() {
        Model backbone = Cut.backbone(TinyModel.pretrained(), GlobalPool.Kind.AVERAGE);

        assertThat(ForwardEngine.hashOf(backbone, Device.CUDA))
                .hasSize(64)
                .isNotEqualTo(ForwardEngine.hashOf(backbone, Device.CPU))
                .isNotEqualTo(ForwardEngine.hashOf(backbone, Device.MPS));
    }

    private static FloatBuffer input() {
        float[] values = FormulaWeights.input("input", PICTURES, 3, SIZE.height(), SIZE.width())
                .values();
        FloatBuffer direct = ByteBuffer.allocateDirect(values.length * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        return direct.put(values).rewind();
    }

    private static void assertClose(float[] expected, float[] actual) {
        assertThat(actual).hasSameSizeAs(expected);
        double largest = 0;
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            worst = Math.max(worst, Math.abs(expected[i] - actual[i]));
        }
        assertThat(worst).isLessThan(TOLERANCE * largest);
    }
}
