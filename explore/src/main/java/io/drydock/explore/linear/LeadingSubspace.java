package io.drydock.explore.linear;

import io.drydock.core.random.RandomStream;

/**
 * An orthonormal basis of the subspace that holds most of the variance, by subspace iteration on the covariance (Halko,
 * Martinsson and Tropp, SIAM Review 2011). The basis is not turned to the principal axes: what follows does not depend on
 * a rotation, and that step is the expensive one.
 *
 * @param mean [d] of the rows
 * @param basis [d][k], orthonormal columns
 */
public record LeadingSubspace(float[] mean, float[][] basis) {
    private static final int ITERATIONS = 3;

    /**
     * Finds the subspace.
     *
     * @param rows [n][d]
     * @param wanted number of dimensions; at most min(n, d) are found
     */
    public static LeadingSubspace of(float[][] rows, int wanted, long seed) {
        int d = rows[0].length;
        int k = Math.min(wanted, Math.min(rows.length, d));
        float[] mean = Rows.mean(rows);
        RandomStream random = RandomStream.of(seed, "leading subspace");
        float[][] vectors = new float[k][d];
        for (float[] vector : vectors) {
            for (int j = 0; j < d; j++) {
                vector[j] = (float) random.nextGaussian();
            }
        }
        float[][] covariance = covariance(rows, mean);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            vectors = Rows.product(vectors, covariance);
            orthonormalize(vectors);
        }
        return new LeadingSubspace(mean, transposed(vectors));
    }

    /** Coordinates of rows along the basis, [n][k]. */
    public float[][] project(float[][] rows) {
        float[][] centered = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            centered[i] = rows[i].clone();
            Rows.add(centered[i], -1, mean);
        }
        return Rows.product(centered, basis);
    }

    /** Sums over the rows of products of two centered columns, divided by n. */
    private static float[][] covariance(float[][] rows, float[] mean) {
        int n = rows.length;
        int d = mean.length;
        float[][] columns = new float[d][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                columns[j][i] = (rows[i][j] - mean[j]) / n;
            }
        }
        float[][] centered = new float[n][d];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                centered[i][j] = rows[i][j] - mean[j];
            }
        }
        return Rows.product(columns, centered);
    }

    /** Gram and Schmidt, twice for each vector since floats lose orthogonality in one pass. */
    private static void orthonormalize(float[][] vectors) {
        for (int i = 0; i < vectors.length; i++) {
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < i; j++) {
                    Rows.add(vectors[i], -Rows.dot(vectors[i], vectors[j]), vectors[j]);
                }
            }
            float length = (float) Math.sqrt(Rows.dot(vectors[i], vectors[i]));
            float scale = length > 1e-20f ? 1 / length : 0;
            for (int d = 0; d < vectors[i].length; d++) {
                vectors[i][d] *= scale;
            }
        }
    }

    private static float[][] transposed(float[][] rows) {
        float[][] columns = new float[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = rows[i][j];
            }
        }
        return columns;
    }
}
