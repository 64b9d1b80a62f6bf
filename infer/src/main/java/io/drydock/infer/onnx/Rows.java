package io.drydock.infer.onnx;

import java.nio.FloatBuffer;

/** Copies an output [n, width] into the caller's rows. */
final class Rows {
    private Rows() {}

    static void check(int n, int width, float[][] out) {
        if (out.length < n) {
            throw new IllegalArgumentException("need " + n + " rows for the output, got " + out.length);
        }
        for (int i = 0; i < n; i++) {
            if (out[i].length < width) {
                throw new IllegalArgumentException("row " + i + " holds " + out[i].length + " floats, need " + width);
            }
        }
    }

    static void copy(FloatBuffer values, int n, int width, float[][] out) {
        for (int i = 0; i < n; i++) {
            values.get(i * width, out[i], 0, width);
        }
    }
}
