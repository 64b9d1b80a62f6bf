package io.drydock.explore.linear;

import java.util.stream.IntStream;

/** Products of feature rows, float storage with several independent sums so that a core's pipelines stay full. */
public final class Rows {
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
}
