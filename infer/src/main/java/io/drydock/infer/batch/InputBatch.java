package io.drydock.infer.batch;

import io.drydock.core.data.ImageSize;
import java.nio.FloatBuffer;

/** The batch that a caller's buffer holds, as every executor takes it. */
public final class InputBatch {
    private InputBatch() {}

    /**
     * The floats of a batch [n, 3, height, width], from the first to the last; the caller's position is left alone.
     *
     * @throws IllegalArgumentException if the buffer is too small or not direct, or n is below 1
     */
    public static FloatBuffer of(FloatBuffer nchw, int n, ImageSize size) {
        long floats = n * 3L * size.area();
        if (n < 1 || !nchw.isDirect() || floats > nchw.capacity()) {
            throw new IllegalArgumentException("a batch of " + n + " pictures of " + size + " needs a direct buffer of "
                    + floats + " floats, was " + (nchw.isDirect() ? "direct" : "on the heap") + " with "
                    + nchw.capacity());
        }
        FloatBuffer batch = nchw.duplicate();
        batch.position(0).limit(Math.toIntExact(floats));
        return batch;
    }
}
