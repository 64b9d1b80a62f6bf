package io.drydock.infer.batch;

import java.nio.FloatBuffer;

/** One forward pass over a prepared batch. Must be safe for use by as many threads as the job has lanes. */
@FunctionalInterface
public interface BatchForward {
    /**
     * Computes a row for each picture of the batch.
     *
     * @param nchw direct buffer, [n, 3, height, width] normalized floats from position 0
     * @param out receives n rows
     */
    void run(FloatBuffer nchw, int n, float[][] out);
}
