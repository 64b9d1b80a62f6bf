package io.drydock.explore.linear;

import io.drydock.core.random.RandomStream;
import java.util.stream.IntStream;

/**
 * Leading principal components by randomized subspace iteration (Halko, Martinsson and Tropp, SIAM Review 2011).
 *
 * @param mean [d] of the rows
 * @param components [k][d] orthonormal, by falling variance
 * @param variances [k] of the rows along each component
 */
public record PrincipalComponents(float[] mean, float[][] components, double[] variances) {
    private static final int EXTRA = 8;
    private static final int ITERATIONS = 4;

    /**
     * Finds the leading components.
     *
     * @param rows [n][d]
     * @param wanted number of components; at most min(n, d) are found
     */
    public static PrincipalComponents of(float[][] rows, int wanted, long seed) {
        int n = rows.length;
        int d = rows[0].length;
        int k = Math.min(wanted, Math.min(n, d));
        int width = Math.min(k + EXTRA, Math.min(n, d));
        float[] mean = Rows.mean(rows);
        float[][] centered = centered(rows, mean);
        float[][] basis = new float[width][d];
        RandomStream random = RandomStream.of(seed, "principal components");
        for (float[] row : basis) {
            for (int j = 0; j < d; j++) {
                row[j] = (float) random.nextGaussian();
            }
        }
        orthonormalize(basis);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            basis = timesTransposed(centered, basis);
            orthonormalize(basis);
        }
        return rotated(centered, basis, mean, k);
    }

    /** Coordinates of rows along the components, [n][k]. */
    public float[][] project(float[][] rows) {
        return IntStream.range(0, rows.length)
                .parallel()
                .mapToObj(i -> {
                    float[] centered = rows[i].clone();
                    Rows.add(centered, -1, mean);
                    float[] coordinates = new float[components.length];
                    for (int c = 0; c < coordinates.length; c++) {
                        coordinates[c] = Rows.dot(centered, components[c]);
                    }
                    return coordinates;
                })
                .toArray(float[][]::new);
    }

    private static float[][] centered(float[][] rows, float[] mean) {
        return IntStream.range(0, rows.length)
                .parallel()
                .mapToObj(i -> {
                    float[] row = rows[i].clone();
                    Rows.add(row, -1, mean);
                    return row;
                })
                .toArray(float[][]::new);
    }

    /** basis * (X^T X), one output row a basis row; each is summed in a fixed order, so threads do not change it. */
    private static float[][] timesTransposed(float[][] centered, float[][] basis) {
        return IntStream.range(0, basis.length)
                .parallel()
                .mapToObj(b -> {
                    float[] sum = new float[basis[b].length];
                    for (float[] row : centered) {
                        Rows.add(sum, Rows.dot(row, basis[b]), row);
                    }
                    return sum;
                })
                .toArray(float[][]::new);
    }

    private static void orthonormalize(float[][] basis) {
        for (int i = 0; i < basis.length; i++) {
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < i; j++) {
                    Rows.add(basis[i], -Rows.dot(basis[i], basis[j]), basis[j]);
                }
            }
            float length = (float) Math.sqrt(Rows.dot(basis[i], basis[i]));
            float scale = length > 1e-20f ? 1 / length : 0;
            for (int d = 0; d < basis[i].length; d++) {
                basis[i][d] *= scale;
            }
        }
    }

    private static PrincipalComponents rotated(float[][] centered, float[][] basis, float[] mean, int k) {
        int width = basis.length;
        double[][] small = new double[width][width];
        for (float[] row : centered) {
            float[] at = new float[width];
            for (int b = 0; b < width; b++) {
                at[b] = Rows.dot(row, basis[b]);
            }
            for (int i = 0; i < width; i++) {
                for (int j = 0; j <= i; j++) {
                    small[i][j] += (double) at[i] * at[j];
                }
            }
        }
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                small[i][j] /= Math.max(1, centered.length - 1);
                small[j][i] = small[i][j];
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(small);
        float[][] components = new float[k][basis[0].length];
        double[] variances = new double[k];
        for (int c = 0; c < k; c++) {
            variances[c] = Math.max(0, eigen.values()[c]);
            for (int b = 0; b < width; b++) {
                Rows.add(components[c], (float) eigen.vectors()[c][b], basis[b]);
            }
        }
        return new PrincipalComponents(mean, components, variances);
    }
}
