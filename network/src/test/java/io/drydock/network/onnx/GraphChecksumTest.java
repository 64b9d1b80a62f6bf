package io.drydock.network.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.WeightsException;
import io.drydock.network.Model;
import io.drydock.network.graph.Network;
import io.drydock.network.weights.FormulaWeights;
import io.drydock.network.zoo.ModelZoo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphChecksumTest {
    /** Bytes of the entry at the end: a tag and a length, the key with its own, 64 digits with theirs. */
    private static final int ENTRY_BYTES = 2 + 2 + "drydock.sha256".length() + 2 + 64;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() {
        Network network = ModelZoo.create("tf_efficientnet_lite0", 5);
        file = folder.resolve("model.onnx");
        OnnxWriter.write(new Model(network, FormulaWeights.of(network)), OnnxOptions.LOGITS, file);
    }

    @Test
    void aFileAsItWasWrittenPasses() {
        assertThatCode(() -> GraphChecksum.verify(file)).doesNotThrowAnyException();
    }

    @Test
    void theChecksumIsTheLastTextOfTheMetadata() throws IOException {
        List<ProtoReader> metadata = new ProtoReader(Files.readAllBytes(file)).messages(14);

        assertThat(metadata.get(metadata.size() - 1).text(1)).isEqualTo("drydock.sha256");
        assertThat(metadata.get(metadata.size() - 1).text(2)).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.9, 0.999})
    void oneChangedBitIsNoticed(double share) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) (share * (bytes.length - ENTRY_BYTES))] ^= 4;
        Files.write(file, bytes);

        assertThatThrownBy(() -> GraphChecksum.verify(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll(file.toString(), "is damaged", "checksum");
    }

    @Test
    void aFileOfAnOlderVersionHasNoChecksumAndPasses() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - ENTRY_BYTES));

        assertThatCode(() -> GraphChecksum.verify(file)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 86})
    void aFileOfAFewBytesIsLeftToTheReader(int length) throws IOException {
        Files.write(file, new byte[length]);

        assertThatCode(() -> GraphChecksum.verify(file)).doesNotThrowAnyException();
    }
}
