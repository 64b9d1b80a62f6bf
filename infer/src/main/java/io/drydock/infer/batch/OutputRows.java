package io.drydock.infer.batch;

import java.nio.FloatBuffer;

/** Copies an output [n, width] into the caller's rows. */
public final class OutputRows {
    private OutputRows() {}

    /**
     * Refuses rows that cannot hold the output.
     *
     * @throws IllegalArgumentException if there are too few rows, or one is too short
     */
    public static void check(int n, int width, float[][] out) {
        if (out.length < n) {
            throw new IllegalArgumentException("need " + n + " rows for the output, got " + out.length);
        }
        for (int i = 0; i < n; i++) {
            if (out[i].length < width) {
                throw new IllegalArgumentException("row " + i + " holds " + out[i].length + " floats, need " + width);
            }
        }
    }

    /** Copies n rows, checked before. */
    public static void copy(FloatBuffer values, int n, int width, float[][] out) {
        for (int i = 0; i < n; i++) {
            values.get(i * width, out[i], 0, width);
        }
    }
}
