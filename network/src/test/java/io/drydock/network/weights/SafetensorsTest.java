package io.drydock.network.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.drydock.core.error.WeightsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
    @TempDir
    Path folder;

    @Test
    void theBytesAreThoseOfTheReferenceLibrary() throws IOException {
        WeightSet weights = new WeightSet(Map.of(
                "b", FloatTensor.vector(1, -2),
                "a", new FloatTensor(new int[] {1, 1}, new float[] {0.5f}),
                "bn.num_batches_tracked", FloatTensor.scalar(3)));
        Path file = folder.resolve("small.safetensors");

        Safetensors.write(file, weights, Map.of("format", "pt"));

        String header = "{\"__metadata__\":{\"format\":\"pt\"},"
                + "\"bn.num_batches_tracked\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[0,8]},"
                + "\"a\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[8,12]},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[12,20]}}";
        ByteBuffer wanted =
                file(header, 20).putLong(3).putFloat(0.5f).putFloat(1).putFloat(-2);
        assertThat(Files.readAllBytes(file)).isEqualTo(wanted.array());
        assertThat(Safetensors.read(file).tensors()).isEqualTo(weights.tensors());
        assertThat(folder).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aPublishedFileIsWrittenAgainByteForByte() throws IOException {
        Optional<Path> published = shared("weights/tf_efficientnet_lite0.safetensors");
        assumeTrue(published.isPresent(), "shared/weights is not here: the published file was not compared");
        Path copy = folder.resolve("copy.safetensors");

        Safetensors.write(copy, Safetensors.read(published.get()), Safetensors.metadata(published.get()));

        assertThat(Files.mismatch(copy, published.get())).isEqualTo(-1);
    }

    @Test
    void narrowNumbersAreRead() {
        String header = "{\"h\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[0,8]},"
                + "\"t\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[8,12]}}";
        ByteBuffer bytes = file(header, 12);
        for (int bits : new int[] {0x3C00, 0xC000, 0x0001, 0x7C00, 0x3F80, 0xC049}) {
            bytes.putShort((short) bits);
        }

        WeightSet read = Safetensors.parse(bytes.flip(), "narrow");

        assertThat(read.tensor("h").values()).containsExactly(1, -2, 0x1p-24f, Float.POSITIVE_INFINITY);
        assertThat(read.tensor("t").values()).containsExactly(1, -3.140625f);
    }

    @Test
    void everyHalfFloatSurvivesTheWayThroughFloat() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            float value = HalfFloat.fromHalf((short) bits);
            if (!Float.isNaN(value)) {
                assertThat(HalfFloat.toHalf(value)).isEqualTo((short) bits);
            }
        }
        assertThat(HalfFloat.toHalf(1 + 0x1p-11f)).as("ties go to even").isEqualTo((short) 0x3C00);
        assertThat(HalfFloat.toHalf(1 + 0x3p-11f)).isEqualTo((short) 0x3C02);
        assertThat(HalfFloat.toHalf(70000)).isEqualTo((short) 0x7C00);
    }

    @Test
    void halfPrecisionNarrowsKernelsAndLeavesVectors() {
        Path file = folder.resolve("half.safetensors");
        WeightSet weights = new WeightSet(
                Map.of("w", new FloatTensor(new int[] {1, 1}, new float[] {0.1f}), "v", FloatTensor.vector(0.1f)));

        Safetensors.write(file, weights, Map.of(), Precision.F16);

        assertThat(Safetensors.read(file).tensor("v").values()).containsExactly(0.1f);
        assertThat(Safetensors.read(file).tensor("w").values()).containsExactly(0.099975586f);
    }

    @Test
    void damagedFilesAreToldApart() throws IOException {
        Path whole = folder.resolve("whole.safetensors");
        Safetensors.write(whole, new WeightSet(Map.of("a", FloatTensor.vector(1, 2, 3))), Map.of());
        byte[] bytes = Files.readAllBytes(whole);

        assertRefused(Arrays.copyOf(bytes, bytes.length - 4), "holds 8 bytes", "promises 12", "cut short");
        assertRefused(Arrays.copyOf(bytes, 20), "ends inside its header");
        assertRefused("PK\3\4 a zip, as PyTorch writes".getBytes(StandardCharsets.US_ASCII), "not a safetensors file");
        assertRefused(new byte[0], "not a safetensors file");
        assertRefused(
                file("{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}", 8)
                        .array(),
                "type \"F64\"");
        assertRefused(
                file("{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}", 8)
                        .array(),
                "cannot fill");
        assertRefused(file("{\"a\":[", 0).array(), "not a safetensors file");
        assertThatThrownBy(() -> Safetensors.read(folder.resolve("none.safetensors")))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("There is no weight file");
    }

    /** Sides whose product overflows, offsets that no file has, and types, shapes and metadata that are something else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[65536,65536,65536,65536],\"data_offsets\":[0,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1073741824,1073741824,4],\"data_offsets\":[0,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1,-2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":\"2\",\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[-8,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[9223372036854775800,9223372036854775807]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}",
                "{\"a\":{\"dtype\":7,\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"a\":null}",
                "{\"a\":[1,2]}",
                "{\"__metadata__\":7}",
                "{\"__metadata__\":{\"drydock.sha256\":{}}}",
                "[]",
                "{}x",
                "{\"a\""
            })
    void aHeaderThatMakesNoSenseIsRefused(String header) {
        assertRefused(file(header, 8).array(), "broken.safetensors");
    }

    @Test
    void aNameThatComesTwiceIsNamed() {
        String header = "{\"a\\nb\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
                + "\"a\\nb\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}";

        assertRefused(file(header, 8).array(), "names \"a\\nb\" twice");
    }

    @Test
    void lengthsOfHeadersThatNoFileHasAreRefused() {
        for (long length : new long[] {-1, 0, 1, 2, 100, 100_000_001, Long.MIN_VALUE, Long.MAX_VALUE}) {
            ByteBuffer only =
                    ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
            assertRefused(only.array(), "broken.safetensors");
        }
    }

    @Test
    void aFileWithAChecksumIsRefusedAfterAnyChangeOfABit() throws IOException {
        Path file = folder.resolve("checked.safetensors");
        WeightSet weights = new WeightSet(Map.of(
                "b", FloatTensor.vector(1, -2),
                "w", new FloatTensor(new int[] {1, 1}, new float[] {0.1f}),
                "bn.num_batches_tracked", FloatTensor.scalar(3)));
        Safetensors.writeChecked(file, weights, Map.of("format", "pt"), Precision.F16);
        byte[] whole = Files.readAllBytes(file);
        int key = new String(whole, StandardCharsets.ISO_8859_1).indexOf("drydock.sha256");

        assertThat(Safetensors.metadata(file)).containsKey("drydock.sha256").containsEntry("format", "pt");
        assertThat(Safetensors.read(file).tensor("b").values()).containsExactly(1, -2);
        for (int at = 0; at < whole.length; at++) {
            boolean inKey = at >= key && at < key + "drydock.sha256".length();
            for (int bit = 0; bit < 8 && !inKey; bit++) {
                byte[] damaged = whole.clone();
                damaged[at] ^= (byte) (1 << bit);
                if (!sameJson(damaged, whole)) {
                    assertRefused(damaged, "broken.safetensors");
                }
            }
        }
    }

    /** Whether only white space differs. */
    private static boolean sameJson(byte[] damaged, byte[] whole) {
        return new String(damaged, StandardCharsets.ISO_8859_1)
                .replaceAll("\\s", "")
                .equals(new String(whole, StandardCharsets.ISO_8859_1).replaceAll("\\s", ""));
    }

    private static void assertRefused(byte[] bytes, String... parts) {
        assertThatThrownBy(() -> Safetensors.parse(ByteBuffer.wrap(bytes), "broken.safetensors"))
                .isInstanceOf(WeightsException.class)
                .hasMessageStartingWith("broken.safetensors")
                .hasMessageContainingAll(parts);
    }

    /** Length, header padded to 8 bytes, and room for data. */
    private static ByteBuffer file(String header, int dataBytes) {
        int padded = (header.length() + 7) / 8 * 8;
        return ByteBuffer.allocate(8 + padded + dataBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(padded)
                .put((header + " ".repeat(padded - header.length())).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Path> shared(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .flatMap(path -> Stream.of(path.resolve("shared"), path.resolve("../shared")))
                .map(path -> path.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
