package io.drydock.network.weights;

import io.drydock.core.file.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The bytes of a safetensors file: wide numbers first, then by name, the header padded to 8 bytes by spaces. */
record SafetensorsContent(WeightSet weights, Map<String, String> metadata, Precision precision)
        implements AtomicFile.Content {
    private static final int NUMBERS_AT_ONCE = 1 << 14;

    @Override
    public void writeTo(OutputStream out) throws IOException {
        SafetensorsHeader header = header();
        byte[] json = header.json().getBytes(StandardCharsets.UTF_8);
        int padded = (json.length + 7) / 8 * 8;
        out.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(padded)
                .array());
        out.write(json);
        out.write(" ".repeat(padded - json.length).getBytes(StandardCharsets.US_ASCII));
        for (SafetensorsHeader.Entry entry : header.entries()) {
            write(entry.type(), weights.tensor(entry.name()).values(), out);
        }
    }

    /** The checksum that {@link SafetensorsHeader#CHECKSUM} names. */
    String sha256() {
        SafetensorsHeader header = header();
        MessageDigest digest = header.digest();
        try (OutputStream digesting = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            for (SafetensorsHeader.Entry entry : header.entries()) {
                write(entry.type(), weights.tensor(entry.name()).values(), digesting);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sha256.hex(digest.digest());
    }

    private SafetensorsHeader header() {
        List<String> names = weights.names().stream()
                .sorted(Comparator.comparing(this::type).thenComparing(Comparator.naturalOrder()))
                .toList();
        List<SafetensorsHeader.Entry> entries = new ArrayList<>();
        long from = 0;
        for (String name : names) {
            FloatTensor tensor = weights.tensor(name);
            long to = from + (long) tensor.size() * type(name).bytes();
            List<Integer> shape = IntStream.of(tensor.shape()).boxed().toList();
            entries.add(new SafetensorsHeader.Entry(name, type(name), shape, from, to));
            from = to;
        }
        return new SafetensorsHeader(entries, metadata);
    }

    private ElementType type(String name) {
        if (name.endsWith(".num_batches_tracked")) {
            return ElementType.I64;
        }
        return precision == Precision.F16 && weights.tensor(name).rank() > 1 ? ElementType.F16 : ElementType.F32;
    }

    private static void write(ElementType type, float[] values, OutputStream out) throws IOException {
        byte[] bytes = new byte[Math.min(NUMBERS_AT_ONCE, values.length) * type.bytes()];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += NUMBERS_AT_ONCE) {
            int to = Math.min(values.length, from + NUMBERS_AT_ONCE);
            buffer.clear();
            for (int i = from; i < to; i++) {
                put(type, values[i], buffer);
            }
            out.write(bytes, 0, buffer.position());
        }
    }

    private static void put(ElementType type, float value, ByteBuffer buffer) {
        switch (type) {
            case I64 -> buffer.putLong((long) value);
            case F16 -> buffer.putShort(HalfFloat.toHalf(value));
            default -> buffer.putFloat(value);
        }
    }
}
