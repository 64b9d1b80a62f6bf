package io.drydock.infer.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.data.ImageSize;
import io.drydock.core.error.WeightsException;
import io.drydock.infer.DirectFloats;
import io.drydock.infer.Pictures;
import io.drydock.infer.TinyModel;
import io.drydock.network.onnx.OnnxOptions;
import io.drydock.network.onnx.OnnxWriter;
import io.drydock.network.weights.FormulaWeights;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxClassifierTest {
    private static final SessionSettings ONE = SessionSettings.lanes(1);

    @TempDir
    Path folder;

    @Test
    void aFileAndItsModelGiveTheSameLogits() {
        Path file = folder.resolve("model.onnx");
        OnnxWriter.write(TinyModel.linear(), OnnxOptions.LOGITS.withMetadata("size", "20x32"), file);

        try (OnnxClassifier read = OnnxClassifier.read(file, SessionSettings.joint(2));
                OnnxClassifier made = OnnxClassifier.of(TinyModel.linear(), ONE)) {
            assertThat(read.classes()).isEqualTo(TinyModel.CLASSES);
            assertThat(read.metadata()).containsEntry("size", "20x32");
            for (int i = 0; i < 3; i++) {
                float[][] logits = logits(read);
                assertThat(logits[i]).containsExactly(logits(made)[i], within(1e-5f));
            }
        }
    }

    @Test
    void theBatchMayFillOnlyTheStartOfTheBuffer() {
        try (OnnxClassifier classifier = OnnxClassifier.of(TinyModel.linear(), ONE)) {
            float[][] all = logits(classifier);
            float[][] first = new float[1][TinyModel.CLASSES];
            classifier.logits(input(), 1, Pictures.SIZE, first);

            assertThat(first[0]).isEqualTo(all[0]);
        }
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> OnnxClassifier.read(folder.resolve("none.onnx"), ONE))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("none.onnx is not there");
    }

    @Test
    void aDamagedFileIsNamedInOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.onnx"), "this is no protobuf");

        assertThatThrownBy(() -> OnnxClassifier.read(file, ONE))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("bad.onnx cannot be opened as an ONNX model")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aModelWithoutLogitsIsRefusedWithWhatItHas() {
        byte[] features = OnnxWriter.toBytes(
                TinyModel.backbone(), OnnxOptions.LOGITS.withoutLogits().withFeatures());

        assertThatThrownBy(() -> OnnxClassifier.of("backbone", features, ONE))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("no output \"logits\"")
                .hasMessageContaining("features");
    }

    @Test
    void aBufferThatIsTooSmallOrOnTheHeapIsAProgrammersError() {
        float[][] out = new float[4][TinyModel.CLASSES];
        try (OnnxClassifier classifier = OnnxClassifier.of(TinyModel.linear(), ONE)) {
            assertThatThrownBy(() -> classifier.logits(input(), 4, Pictures.SIZE, out))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("20x32");
            assertThatThrownBy(() -> classifier.logits(FloatBuffer.allocate(3 * 20 * 32), 1, Pictures.SIZE, out))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("on the heap");
        }
    }

    @Test
    void aFixedSizeIsHeldTo() {
        byte[] fixed = OnnxWriter.toBytes(TinyModel.linear(), OnnxOptions.LOGITS.withFixedSize(Pictures.SIZE));
        try (OnnxClassifier classifier = OnnxClassifier.of("fixed", fixed, ONE)) {
            assertThatThrownBy(
                            () -> classifier.logits(input(), 1, new ImageSize(16, 32), new float[1][TinyModel.CLASSES]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("20x32 only");
            assertThatThrownBy(() -> classifier.featureMaps(input(), 1, Pictures.SIZE))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }

    private static FloatBuffer input() {
        return DirectFloats.of(FormulaWeights.input("input", 3, 3, 20, 32).values());
    }

    private static float[][] logits(OnnxClassifier classifier) {
        float[][] out = new float[3][TinyModel.CLASSES];
        classifier.logits(input(), 3, Pictures.SIZE, out);
        return out;
    }
}
