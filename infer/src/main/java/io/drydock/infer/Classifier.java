package io.drydock.infer;

import io.drydock.core.data.ImageSize;
import java.nio.FloatBuffer;

/**
 * A whole network that turns pictures into a logit for each class, and shows its last feature map for heat maps.
 * Safe for use by many threads.
 */
public interface Classifier extends AutoCloseable {
    /** Number of classes, and so of logits in a row. */
    int classes();

    /** How many threads may usefully call {@link #logits} at once, at least 1. */
    int lanes();

    /**
     * Computes the logits of a batch.
     *
     * @param nchw direct buffer holding [n, 3, height, width] normalized floats from position 0, native byte order
     * @param n pictures in the batch, at least 1
     * @param size height and width of the pictures
     * @param out receives n rows of {@link #classes()} floats; rows after the n-th are left alone
     * @throws IllegalArgumentException if the buffer or a row is too small, or the size is not one the network takes
     */
    void logits(FloatBuffer nchw, int n, ImageSize size, float[][] out);

    /**
     * Computes the last feature map, the one that the head pools.
     *
     * @param nchw as for {@link #logits}
     * @return one feature map a picture
     * @throws UnsupportedOperationException if the network was written without a feature map
     */
    FeatureMap[] featureMaps(FloatBuffer nchw, int n, ImageSize size);

    @Override
    void close();
}
