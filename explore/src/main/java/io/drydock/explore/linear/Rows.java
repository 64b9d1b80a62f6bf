package io.drydock.explore.linear;

import java.util.stream.IntStream;

/** Products and roots of feature rows, float storage with several independent sums so that a core's pipelines stay full. Safe for use by many threads. */
public final class Rows {
    private static final int BLOCK = 4;

    private Rows() {}

    /** Inner product of two vectors of equal length. */
    public static float dot(float[] a, float[] b) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** target += factor * source. */
    public static void add(float[] target, float factor, float[] source) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * source[i];
        }
    }

    /** Signed square roots of a row of features, in which few large activations would drown the rest. */
    public static float[] roots(float[] row) {
        float[] roots = new float[row.length];
        for (int d = 0; d < roots.length; d++) {
            roots[d] = Math.copySign((float) Math.sqrt(Math.abs(row[d])), row[d]);
        }
        return roots;
    }

    /**
     * Means of the columns.
     *
     * @param rows [n][d]
     */
    public static float[] mean(float[][] rows) {
        double[] sums = new double[rows[0].length];
        for (float[] row : rows) {
            for (int d = 0; d < sums.length; d++) {
                sums[d] += row[d];
            }
        }
        float[] mean = new float[sums.length];
        for (int d = 0; d < mean.length; d++) {
            mean[d] = (float) (sums[d] / rows.length);
        }
        return mean;
    }

    /**
     * Rows scaled to length 1; a row of zeros stays.
     *
     * @param rows [n][d]
     */
    public static float[][] normalized(float[][] rows) {
        return IntStream.range(0, rows.length)
                .parallel()
                .mapToObj(i -> {
                    float length = (float) Math.sqrt(dot(rows[i], rows[i]));
                    float[] row = new float[rows[i].length];
                    add(row, length > 0 ? 1 / length : 0, rows[i]);
                    return row;
                })
                .toArray(float[][]::new);
    }

    /**
     * Matrix product, four rows of the right side at a time so that a loaded sum is used four times. Each row of the
     * result is summed in a fixed order, so threads do not change it.
     *
     * @param left [m][n]
     * @param right [n][p]
     * @return [m][p]
     */
    public static float[][] product(float[][] left, float[][] right) {
        int width = right[0].length;
        return IntStream.range(0, left.length)
                .parallel()
                .mapToObj(i -> {
                    float[] sum = new float[width];
                    accumulate(sum, left[i], right);
                    return sum;
                })
                .toArray(float[][]::new);
    }

    /** sum += factors times rows: factors [n], rows [n][p], sum [p]. */
    public static void accumulate(float[] sum, float[] factors, float[][] rows) {
        int k = 0;
        for (; k + BLOCK <= factors.length; k += BLOCK) {
            addFour(sum, factors, k, rows[k], rows[k + 1], rows[k + 2], rows[k + 3]);
        }
        for (; k < factors.length; k++) {
            Rows.add(sum, factors[k], rows[k]);
        }
    }

    private static void addFour(float[] sum, float[] factors, int k, float[] a, float[] b, float[] c, float[] d) {
        float fa = factors[k];
        float fb = factors[k + 1];
        float fc = factors[k + 2];
        float fd = factors[k + 3];
        for (int j = 0; j < sum.length; j++) {
            sum[j] += (fa * a[j] + fb * b[j]) + (fc * c[j] + fd * d[j]);
        }
    }
}
