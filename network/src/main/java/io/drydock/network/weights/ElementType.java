package io.drydock.network.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Number types of a safetensors file that can be read as floats. */
enum ElementType {
    /** 64-bit integers: step counts, exact up to 2^24. */
    I64(8) {
        @Override
        void read(ByteBuffer bytes, float[] values) {
            for (int i = 0; i < values.length; i++) {
                values[i] = bytes.getLong(8 * i);
            }
        }
    },
    F32(4) {
        @Override
        void read(ByteBuffer bytes, float[] values) {
            bytes.asFloatBuffer().get(values);
        }
    },
    BF16(2) {
        @Override
        void read(ByteBuffer bytes, float[] values) {
            ShortBuffer shorts = bytes.asShortBuffer();
            for (int i = 0; i < values.length; i++) {
                values[i] = HalfFloat.fromBrain(shorts.get(i));
            }
        }
    },
    F16(2) {
        @Override
        void read(ByteBuffer bytes, float[] values) {
            ShortBuffer shorts = bytes.asShortBuffer();
            for (int i = 0; i < values.length; i++) {
                values[i] = HalfFloat.fromHalf(shorts.get(i));
            }
        }
    };

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one number. */
    int bytes() {
        return bytes;
    }

    /** Fills values from the start of little-endian bytes. */
    abstract void read(ByteBuffer bytes, float[] values);

    /**
     * All values of a slice.
     *
     * @param slice exactly the bytes of the tensor
     */
    float[] floats(ByteBuffer slice) {
        float[] values = new float[slice.remaining() / bytes];
        read(slice.slice().order(ByteOrder.LITTLE_ENDIAN), values);
        return values;
    }

    static Optional<ElementType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
