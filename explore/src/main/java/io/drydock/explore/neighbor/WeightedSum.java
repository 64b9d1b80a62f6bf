package io.drydock.explore.neighbor;

/** Four weighted columns added to sums, in a loop that a compiler turns into wide instructions. Safe for use by many threads. */
public final class WeightedSum {
    private WeightedSum() {}

    /** sums += a * p + b * q + c * r + d * s, over arrays of equal length. */
    public static void add(
            float[] sums, float a, float[] p, float b, float[] q, float c, float[] r, float d, float[] s) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += a * p[j] + b * q[j] + c * r[j] + d * s[j];
        }
    }
}
