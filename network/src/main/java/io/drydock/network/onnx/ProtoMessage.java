package io.drydock.network.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One Protocol Buffers message, field by field (wire types 0, 2 and 5). Float arrays are referred to and not copied
 * before they are written, because weights are large. For one thread at a time.
 */
final class ProtoMessage {
    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED_32 = 5;
    private static final int FLOATS_AT_ONCE = 1 << 14;

    private final List<Object> chunks = new ArrayList<>();
    private ByteArrayOutputStream open = new ByteArrayOutputStream();
    private long closedBytes;

    ProtoMessage varint(int field, long value) {
        tag(field, VARINT);
        writeVarint(value);
        return this;
    }

    ProtoMessage float32(int field, float value) {
        tag(field, FIXED_32);
        int bits = Float.floatToIntBits(value);
        for (int shift = 0; shift < 32; shift += 8) {
            open.write(bits >>> shift);
        }
        return this;
    }

    ProtoMessage text(int field, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        tag(field, LENGTH_DELIMITED);
        writeVarint(bytes.length);
        open.writeBytes(bytes);
        return this;
    }

    /** Little-endian floats as a bytes field. */
    ProtoMessage floats(int field, float[] values) {
        tag(field, LENGTH_DELIMITED);
        writeVarint(4L * values.length);
        close();
        chunks.add(values);
        closedBytes += 4L * values.length;
        return this;
    }

    ProtoMessage message(int field, ProtoMessage value) {
        tag(field, LENGTH_DELIMITED);
        writeVarint(value.size());
        return include(value);
    }

    /** All fields of another message, after those already here. */
    ProtoMessage include(ProtoMessage fields) {
        close();
        fields.close();
        chunks.addAll(fields.chunks);
        closedBytes += fields.closedBytes;
        return this;
    }

    /** Length in bytes. */
    long size() {
        return closedBytes + open.size();
    }

    void writeTo(OutputStream out) throws IOException {
        close();
        for (Object chunk : chunks) {
            if (chunk instanceof float[] floats) {
                write(floats, out);
            } else {
                out.write((byte[]) chunk);
            }
        }
    }

    private static void write(float[] floats, OutputStream out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(4 * FLOATS_AT_ONCE).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < floats.length; from += FLOATS_AT_ONCE) {
            int count = Math.min(FLOATS_AT_ONCE, floats.length - from);
            buffer.asFloatBuffer().put(floats, from, count);
            out.write(buffer.array(), 0, 4 * count);
        }
    }

    private void close() {
        if (open.size() > 0) {
            chunks.add(open.toByteArray());
            closedBytes += open.size();
            open = new ByteArrayOutputStream();
        }
    }

    private void tag(int field, int wireType) {
        writeVarint(((long) field << 3) | wireType);
    }

    private void writeVarint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            open.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        open.write((int) rest);
    }
}
