package io.drydock.network.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a Protocol Buffers message by field number, to look into what was written. */
final class ProtoReader {
    private final Map<Integer, List<Object>> fields = new TreeMap<>();

    ProtoReader(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            long tag = varint(in);
            Object value;
            switch ((int) (tag & 7)) {
                case 0 -> value = varint(in);
                case 2 -> {
                    byte[] content = new byte[(int) varint(in)];
                    in.get(content);
                    value = content;
                }
                case 5 -> value = in.getFloat();
                default -> throw new IllegalStateException("wire type of tag " + tag);
            }
            fields.computeIfAbsent((int) (tag >>> 3), field -> new ArrayList<>())
                    .add(value);
        }
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = in.get();
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }

    List<ProtoReader> messages(int field) {
        return all(field).stream().map(value -> new ProtoReader((byte[]) value)).toList();
    }

    ProtoReader message(int field) {
        return messages(field).get(0);
    }

    List<String> texts(int field) {
        return all(field).stream()
                .map(value -> new String((byte[]) value, StandardCharsets.UTF_8))
                .toList();
    }

    String text(int field) {
        return texts(field).get(0);
    }

    List<Long> numbers(int field) {
        return all(field).stream().map(value -> (Long) value).toList();
    }

    long number(int field) {
        return numbers(field).get(0);
    }

    byte[] bytes(int field) {
        return (byte[]) all(field).get(0);
    }

    private List<Object> all(int field) {
        return fields.getOrDefault(field, List.of());
    }
}
