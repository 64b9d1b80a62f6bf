package io.drydock.infer;

import io.drydock.core.data.ImageSize;
import java.nio.FloatBuffer;

/**
 * A backbone that turns pictures into pooled features: one row of {@link #width()} numbers a picture.
 * Safe for use by many threads.
 */
public interface FeatureExtractor extends AutoCloseable {
    /** Numbers in a feature row. */
    int width();

    /** How many threads may usefully call {@link #extract} at once, at least 1. */
    int lanes();

    /**
     * Computes the features of a batch.
     *
     * @param nchw direct buffer holding [n, 3, height, width] normalized floats from position 0, native byte order
     * @param n pictures in the batch, at least 1
     * @param size height and width of the pictures
     * @param out receives n rows of {@link #width()} floats; rows after the n-th are left alone
     * @throws IllegalArgumentException if the buffer or a row is too small, or the size is not one the network takes
     */
    void extract(FloatBuffer nchw, int n, ImageSize size, float[][] out);

    @Override
    void close();
}
