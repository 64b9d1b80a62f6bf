package io.drydock.network.weights;

import io.drydock.core.error.WeightsException;
import io.drydock.core.file.AtomicFile;
import io.drydock.core.file.Existing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Weight files in the safetensors format: F32, F16, BF16 and I64 are read as floats, F32 or {@link Precision#F16} written. The same
 * tensors and metadata give the same bytes, which are those of the reference library. Safe for use by many threads.
 */
public final class Safetensors {
    private static final int LENGTH_BYTES = 8;
    private static final long LARGEST_HEADER = 100_000_000;

    private Safetensors() {}

    /**
     * All tensors of a file.
     *
     * @throws WeightsException if it is not there, not safetensors, cut short or damaged
     */
    public static WeightSet read(Path file) {
        return withFile(file, Safetensors::parse);
    }

    /**
     * The texts that a file's header holds beside the tensors.
     *
     * @throws WeightsException as {@link #read}
     */
    public static Map<String, String> metadata(Path file) {
        return withFile(file, (bytes, source) -> header(bytes, source).metadata());
    }

    /**
     * All tensors of a file's bytes.
     *
     * @param source what to call it in messages
     * @throws WeightsException as {@link #read}
     */
    public static WeightSet parse(ByteBuffer bytes, String source) {
        ByteBuffer file = bytes.duplicate();
        SafetensorsHeader header = header(file, source);
        ByteBuffer data = file.slice();
        verify(header, data, source);
        Map<String, FloatTensor> tensors = new LinkedHashMap<>();
        for (SafetensorsHeader.Entry entry : header.entries()) {
            ByteBuffer slice = data.duplicate().position((int) entry.from()).limit((int) entry.to());
            tensors.put(
                    entry.name(),
                    new FloatTensor(entry.dimensions(), entry.type().floats(slice)));
        }
        return new WeightSet(tensors);
    }

    /**
     * Writes 32-bit floats.
     *
     * @throws io.drydock.core.error.WorkspaceException if the file cannot be written
     */
    public static void write(Path file, WeightSet weights, Map<String, String> metadata) {
        write(file, weights, metadata, Precision.F32);
    }

    /**
     * Writes a file, which appears complete or not at all. Step counts ({@code num_batches_tracked}) are stored as I64.
     *
     * @throws io.drydock.core.error.WorkspaceException if it cannot be written
     */
    public static void write(Path file, WeightSet weights, Map<String, String> metadata, Precision precision) {
        AtomicFile.write(file, new SafetensorsContent(weights, metadata, precision), Existing.REPLACE);
    }

    /**
     * Writes a file as {@link #write(Path, WeightSet, Map, Precision)} does, with a checksum of its content in the metadata.
     * Reading such a file verifies it; other readers of the format ignore it.
     *
     * @throws io.drydock.core.error.WorkspaceException if it cannot be written
     */
    public static void writeChecked(Path file, WeightSet weights, Map<String, String> metadata, Precision precision) {
        Map<String, String> texts = new TreeMap<>(metadata);
        texts.put(SafetensorsHeader.CHECKSUM, new SafetensorsContent(weights, metadata, precision).sha256());
        write(file, weights, texts, precision);
    }

    private static void verify(SafetensorsHeader header, ByteBuffer data, String source) {
        Optional<String> wanted = header.checksum();
        if (wanted.isEmpty()) {
            return;
        }
        MessageDigest digest = header.digest();
        digest.update(data.duplicate());
        if (!Sha256.hex(digest.digest()).equals(wanted.get())) {
            throw new WeightsException(
                    source + " is damaged: its content does not have the checksum that was written with"
                            + " it. Put the file back from a copy, or make it again.");
        }
    }

    private static SafetensorsHeader header(ByteBuffer file, String source) {
        file.order(ByteOrder.LITTLE_ENDIAN);
        long length = file.remaining() < LENGTH_BYTES ? -1 : file.getLong();
        boolean plausible = length >= 2 && length <= LARGEST_HEADER;
        if (!plausible || (file.hasRemaining() && file.get(file.position()) != '{')) {
            throw new WeightsException(SafetensorsHeader.notSafetensors(source));
        }
        if (length > file.remaining()) {
            throw new WeightsException(source + " ends inside its header. The file was cut short; fetch it again.");
        }
        byte[] json = new byte[(int) length];
        file.get(json);
        return SafetensorsHeader.parse(new String(json, StandardCharsets.UTF_8), file.remaining(), source);
    }

    private interface Reading<T> {
        T from(ByteBuffer bytes, String source);
    }

    private static <T> T withFile(Path file, Reading<T> reading) {
        if (!Files.isRegularFile(file)) {
            throw new WeightsException("There is no weight file " + file + ".");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new WeightsException(file + " is larger than 2 GB; no model here needs that.");
            }
            return reading.from(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()), file.toString());
        } catch (IOException e) {
            throw new WeightsException("Could not read " + file + ": " + e + ".", e);
        }
    }
}
