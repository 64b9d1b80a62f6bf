package io.drydock.explore.projection;

import io.drydock.core.random.RandomStream;
import io.drydock.explore.linear.PrincipalComponents;
import io.drydock.explore.neighbor.Neighbors;

/**
 * Uniform manifold approximation and projection to two dimensions (McInnes, Healy and Melville, arXiv:1802.03426), from a
 * principal-component start, in one thread: the same rows and seed give the same map.
 *
 * @param neighbors neighbors a row is tied to
 * @param epochs passes over the edges
 * @param seed of the negative samples
 */
public record Umap(int neighbors, int epochs, long seed) {
    public static final Umap STANDARD = new Umap(15, 200, 0);

    /** Curve parameters for a minimum distance of 0.1 and a spread of 1. */
    private static final double A = 1.5769434603113077;

    private static final double B = 0.8950608779109733;
    private static final int NEGATIVES = 5;
    private static final double LARGEST_MOVE = 4;

    /** The map [n][2] of rows [n][d]. */
    public double[][] map(float[][] rows) {
        return map(rows, Neighbors.of(rows, neighbors));
    }

    /** The map [n][2] of rows [n][d] whose neighbors are already found. */
    public double[][] map(float[][] rows, Neighbors found) {
        double[][] at = start(rows);
        FuzzyGraph graph = FuzzyGraph.of(found);
        float strongest = 0;
        for (float weight : graph.weight()) {
            strongest = Math.max(strongest, weight);
        }
        double[] every = new double[graph.edges()];
        double[] next = new double[graph.edges()];
        for (int e = 0; e < every.length; e++) {
            every[e] = strongest / graph.weight()[e];
            next[e] = every[e];
        }
        RandomStream random = RandomStream.of(seed, "umap");
        for (int epoch = 1; epoch <= epochs; epoch++) {
            double rate = 1 - (epoch - 1.0) / epochs;
            for (int e = 0; e < every.length; e++) {
                if (next[e] <= epoch) {
                    next[e] += every[e];
                    attract(at[graph.from()[e]], at[graph.to()[e]], rate);
                    repel(at, graph.from()[e], random, rate);
                    repel(at, graph.to()[e], random, rate);
                }
            }
        }
        return at;
    }

    private static double[][] start(float[][] rows) {
        PrincipalComponents pca = PrincipalComponents.of(rows, 2, 0);
        float[][] projected = pca.project(rows);
        double scale = 10 / Math.max(1e-12, 3 * Math.sqrt(pca.variances()[0]));
        double[][] at = new double[rows.length][2];
        for (int i = 0; i < at.length; i++) {
            for (int d = 0; d < projected[i].length; d++) {
                at[i][d] = projected[i][d] * scale;
            }
        }
        return at;
    }

    private static void attract(double[] a, double[] b, double rate) {
        double squared = squared(a, b);
        double pull = squared > 0 ? -2 * A * B * Math.pow(squared, B - 1) / (A * Math.pow(squared, B) + 1) : 0;
        for (int d = 0; d < 2; d++) {
            double move = clipped(pull * (a[d] - b[d])) * rate;
            a[d] += move;
            b[d] -= move;
        }
    }

    private static void repel(double[][] at, int row, RandomStream random, double rate) {
        for (int k = 0; k < NEGATIVES; k++) {
            int other = random.nextInt(at.length);
            if (other != row) {
                double squared = squared(at[row], at[other]);
                double push = 2 * B / ((0.001 + squared) * (A * Math.pow(squared, B) + 1));
                for (int d = 0; d < 2; d++) {
                    at[row][d] += clipped(push * (at[row][d] - at[other][d])) * rate;
                }
            }
        }
    }

    private static double squared(double[] a, double[] b) {
        double x = a[0] - b[0];
        double y = a[1] - b[1];
        return x * x + y * y;
    }

    private static double clipped(double move) {
        return Math.max(-LARGEST_MOVE, Math.min(LARGEST_MOVE, move));
    }
}
