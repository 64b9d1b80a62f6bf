package io.drydock.explore.subject;

import io.drydock.core.random.RandomStream;
import io.drydock.core.statistic.RocArea;
import io.drydock.explore.linear.LeadingSubspace;
import io.drydock.explore.linear.LogisticRegression;
import io.drydock.explore.linear.Rows;
import java.util.ArrayList;
import java.util.List;

/**
 * How strongly each picture shows a trait that made pictures were given on purpose: a logistic regression on embeddings
 * tells those that have it from counterparts made in the same way without it, and is then asked about untouched pictures.
 *
 * @param values [n] of the untouched pictures: logarithm of the odds that the trait is there
 * @param made how well pairs of made pictures are told apart by regressions that saw neither of the pair
 */
public record LearnedTrait(double[] values, RocArea made) {
    private static final int DIMENSIONS = 192;
    private static final double PENALTY = 1e-3;
    private static final int FOLDS = 5;

    /**
     * Learns and asks.
     *
     * @param pictures [n][d] embeddings of untouched pictures
     * @param with [m][d] embeddings of made pictures that have the trait, at least {@value #FOLDS}
     * @param without [m][d] their counterparts, row by row from the same source
     */
    public static LearnedTrait of(float[][] pictures, float[][] with, float[][] without) {
        int m = with.length;
        if (m < FOLDS || without.length != m) {
            throw new IllegalArgumentException(
                    "need as many rows with as without, at least " + FOLDS + "; were " + m + " and " + without.length);
        }
        float[][] made = new float[2 * m][];
        for (int i = 0; i < m; i++) {
            made[2 * i] = Rows.roots(with[i]);
            made[2 * i + 1] = Rows.roots(without[i]);
        }
        LeadingSubspace subspace = LeadingSubspace.of(made, DIMENSIONS, 0);
        float[][] rows = subspace.project(made);
        float scale = scaled(rows);
        double[] unseen = new double[2 * m];
        boolean[] truth = new boolean[2 * m];
        for (int fold = 0; fold < FOLDS; fold++) {
            double[] odds = fit(rows, fold);
            for (int i = 0; i < rows.length; i++) {
                truth[i] = i % 2 == 0;
                if (i / 2 % FOLDS == fold) {
                    unseen[i] = odds(odds, rows[i]);
                }
            }
        }
        double[] direction = unprojected(fit(rows, -1), subspace, scale);
        double[] values = new double[pictures.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = odds(direction, Rows.roots(pictures[i]));
        }
        return new LearnedTrait(values, RocArea.of(unseen, truth, 0, RandomStream.of(0, "learned trait")));
    }

    /**
     * Weights of the log-odds of the trait, the intercept last.
     *
     * @param fold left out; none when negative
     */
    private static double[] fit(float[][] rows, int fold) {
        List<float[]> kept = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            if (i / 2 % FOLDS != fold) {
                kept.add(rows[i]);
                labels.add(i % 2 == 0 ? 1 : 0);
            }
        }
        double[][] weights = LogisticRegression.fit(
                        kept.toArray(float[][]::new),
                        labels.stream().mapToInt(Integer::intValue).toArray(),
                        2,
                        PENALTY)
                .weights();
        double[] odds = new double[weights[0].length];
        for (int d = 0; d < odds.length; d++) {
            odds[d] = weights[1][d] - weights[0][d];
        }
        return odds;
    }

    /** The same weights for rows that were neither centered nor projected nor scaled: one product a picture. */
    private static double[] unprojected(double[] weights, LeadingSubspace subspace, float scale) {
        float[][] basis = subspace.basis();
        double[] direction = new double[basis.length + 1];
        direction[basis.length] = weights[weights.length - 1];
        for (int d = 0; d < basis.length; d++) {
            for (int k = 0; k < basis[d].length; k++) {
                direction[d] += scale * basis[d][k] * weights[k];
            }
            direction[basis.length] -= direction[d] * subspace.mean()[d];
        }
        return direction;
    }

    private static double odds(double[] weights, float[] row) {
        double sum = weights[row.length];
        for (int d = 0; d < row.length; d++) {
            sum += weights[d] * row[d];
        }
        return sum;
    }

    /** Makes the mean squared length of rows 1; returns what they were multiplied by. */
    private static float scaled(float[][] rows) {
        double squared = 0;
        for (float[] row : rows) {
            squared += Rows.dot(row, row);
        }
        float scale = (float) (1 / Math.sqrt(Math.max(squared / rows.length, 1e-20)));
        for (float[] row : rows) {
            for (int d = 0; d < row.length; d++) {
                row[d] *= scale;
            }
        }
        return scale;
    }
}
