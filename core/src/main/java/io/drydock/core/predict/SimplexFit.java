package io.drydock.core.predict;

import io.drydock.core.error.DataException;
import java.util.Arrays;
import java.util.List;

/** Mixture weights of least log loss by expectation maximization (Dempster, Laird and Rubin, 1977). Safe for use by many threads. */
final class SimplexFit {
    private static final int MOST_ROUNDS = 20_000;
    private static final int QUICK_ROUNDS = 500;
    private static final double SMALLEST = Math.ulp(1.0);
    private static final double SETTLED = 1e-9;

    private SimplexFit() {}

    /**
     * Weights that sum to 1, one a model.
     *
     * @param labels class indexes, one a row
     */
    static double[] weights(List<Probabilities> models, int[] labels) {
        return weights(given(models, labels), models.size(), MOST_ROUNDS);
    }

    /**
     * Weights good to about a hundredth, for one of many fits; equal ones for no rows.
     *
     * @param given as {@link #given}
     */
    static double[] quick(double[][] given, int models) {
        return weights(given, models, QUICK_ROUNDS);
    }

    /** Probability of each row's label by each model, [n][models]. */
    static double[][] given(List<Probabilities> models, int[] labels) {
        int n = models.get(0).size();
        if (labels.length != n || n == 0) {
            throw new DataException("Weights are fitted on labelled images: there are " + labels.length + " labels for "
                    + n + " rows of probabilities.");
        }
        double[][] given = new double[n][models.size()];
        for (int i = 0; i < n; i++) {
            for (int m = 0; m < models.size(); m++) {
                given[i][m] = Math.max(models.get(m).at(i, labels[i]), SMALLEST);
            }
        }
        return given;
    }

    private static double[] weights(double[][] given, int models, int mostRounds) {
        double[] weights = new double[models];
        Arrays.fill(weights, 1.0 / weights.length);
        if (given.length == 0) {
            return weights;
        }
        double moved = 1;
        for (int round = 0; round < mostRounds && moved > SETTLED; round++) {
            double[] next = round(given, weights);
            moved = 0;
            for (int m = 0; m < weights.length; m++) {
                moved = Math.max(moved, Math.abs(next[m] - weights[m]));
            }
            weights = next;
        }
        return weights;
    }

    /** Each weight becomes the mean responsibility of its model: log loss never rises. */
    private static double[] round(double[][] given, double[] weights) {
        double[] next = new double[weights.length];
        for (double[] row : given) {
            double mixed = 0;
            for (int m = 0; m < weights.length; m++) {
                mixed += weights[m] * row[m];
            }
            for (int m = 0; m < weights.length; m++) {
                next[m] += weights[m] * row[m] / mixed / given.length;
            }
        }
        return next;
    }
}
