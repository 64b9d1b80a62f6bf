package io.drydock.infer.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.data.ImageSize;
import io.drydock.core.error.WeightsException;
import io.drydock.infer.DirectFloats;
import io.drydock.infer.TinyModel;
import io.drydock.network.onnx.OnnxOptions;
import io.drydock.network.onnx.OnnxWriter;
import io.drydock.network.weights.FormulaWeights;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEncoderTest {
    private static final ImageSize SIZE = new ImageSize(32, 48);

    @TempDir
    private Path folder;

    @Test
    void anyFilesPooledOutputIsTheEmbedding() {
        Path file = written(OnnxOptions.LOGITS.withFeatures().withFeatureMap());

        try (OnnxEncoder encoder = read(file, Optional.empty())) {
            assertThat(encoder.output()).isEqualTo("features");
            assertThat(encoder.width()).isEqualTo(TinyModel.CHANNELS);
        }
    }

    @Test
    void aFeatureMapIsPooledByItsMeanAsTheNetworkItselfDoes() {
        Path file = written(OnnxOptions.LOGITS.withFeatures().withFeatureMap());

        try (OnnxEncoder pooled = read(file, Optional.empty());
                OnnxEncoder map = read(file, Optional.of("feature_map"))) {
            float[][] expected = extract(pooled);
            float[][] found = extract(map);
            assertThat(map.width()).isEqualTo(TinyModel.CHANNELS);
            for (int i = 0; i < expected.length; i++) {
                assertThat(found[i]).containsExactly(expected[i], within(1e-5f));
            }
        }
    }

    @Test
    void tokensArePooledByTheirMean() {
        FloatBuffer tokens = DirectFloats.of(new float[] {1, 10, 3, 30, 5, 50, 0, 0, 0, 0, 3, 3});
        float[][] rows = new float[2][2];

        EncoderOutput.pool(tokens, new long[] {2, 3, 2}, 0, 2, rows);

        assertThat(rows[0]).containsExactly(3, 30);
        assertThat(rows[1]).containsExactly(1, 1);
        assertThat(EncoderOutput.width("a.onnx", new long[] {2, 3, 2})).isEqualTo(2);
    }

    @Test
    void aWrongSizeOrOutputIsRefusedWithWhatWouldDo() {
        Path file = written(OnnxOptions.LOGITS.withFixedSize(SIZE));

        assertThatThrownBy(
                        () -> OnnxEncoder.read(file, new ImageSize(64, 64), Optional.empty(), SessionSettings.lanes(1)))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("takes pictures of 32x48 only")
                .hasMessageContaining("Ask for 32x48");
        assertThatThrownBy(() -> read(file, Optional.of("embedding")))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("no output \"embedding\"")
                .hasMessageContaining("logits");
    }

    private Path written(OnnxOptions options) {
        Path file = folder.resolve("encoder.onnx");
        OnnxWriter.write(TinyModel.linear(), options, file);
        return file;
    }

    private static OnnxEncoder read(Path file, Optional<String> output) {
        return OnnxEncoder.read(file, SIZE, output, SessionSettings.lanes(1));
    }

    private static float[][] extract(OnnxEncoder encoder) {
        float[] pictures =
                FormulaWeights.input("input", 3, 3, SIZE.height(), SIZE.width()).values();
        float[][] rows = new float[3][encoder.width()];
        encoder.extract(DirectFloats.of(pictures), 3, SIZE, rows);
        return rows;
    }
}
