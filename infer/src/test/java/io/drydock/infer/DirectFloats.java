package io.drydock.infer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Direct buffers for tests. */
public final class DirectFloats {
    private DirectFloats() {}

    public static FloatBuffer of(float[] values) {
        FloatBuffer floats = ByteBuffer.allocateDirect(values.length * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        floats.put(0, values);
        return floats;
    }
}
