package io.drydock.infer.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.data.ImageSize;
import io.drydock.infer.DirectFloats;
import io.drydock.network.Model;
import io.drydock.network.graph.GlobalPool;
import io.drydock.network.graph.Network;
import io.drydock.network.rewrite.Cut;
import io.drydock.network.rewrite.FoldBatchNorm;
import io.drydock.network.weights.FormulaWeights;
import io.drydock.network.zoo.ModelZoo;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OnnxFeatureExtractorTest {
    private static final int FLOATS = 3 * 64 * 96;

    @Test
    void aPicturesFeaturesAreBitEqualInEveryBatchSoThatCachesAndRunsRepeat() {
        Network network = ModelZoo.create("tf_efficientnet_lite0");
        Model body = Cut.backbone(
                FoldBatchNorm.apply(new Model(network, FormulaWeights.of(network))), GlobalPool.Kind.MAX_AND_AVERAGE);
        float[] pictures = FormulaWeights.input("input", 5, 3, 64, 96).values();

        try (OnnxFeatureExtractor extractor = OnnxFeatureExtractor.of(body, SessionSettings.lanes(1))) {
            float[][] together = extract(extractor, pictures, 5);
            for (int i = 0; i < 5; i++) {
                float[] alone = Arrays.copyOfRange(pictures, i * FLOATS, (i + 1) * FLOATS);
                assertThat(extract(extractor, alone, 1)[0]).isEqualTo(together[i]);
            }
            assertThat(extractor.width()).isEqualTo(2560);
        }
    }

    private static float[][] extract(OnnxFeatureExtractor extractor, float[] pictures, int n) {
        float[][] out = new float[n][extractor.width()];
        extractor.extract(DirectFloats.of(pictures), n, new ImageSize(64, 96), out);
        return out;
    }
}
