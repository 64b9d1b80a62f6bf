package io.drydock.explore.probe;

import io.drydock.explore.linear.LogisticRegression;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Out-of-fold class probabilities by logistic regression on pooled features: each row is predicted by a model that saw
 * neither it nor a member of its group.
 *
 * @param penalty L2 penalty of the regression, for inputs of mean squared length 1
 */
public record LinearProbe(double penalty) {
    /** Chosen on one planted-noise seed of the ship set; see docs/cleaning.md. */
    public static final LinearProbe STANDARD = new LinearProbe(2e-4);

    /**
     * Predicts every row by the model of the other folds.
     *
     * @param inputs [n][d], such as {@link ProbeInput} makes
     * @param labels [n] class indices
     * @param folds [n] fold numbers from 0; rows of one group must share a fold
     * @return [n][classes] probabilities
     */
    public double[][] outOfFold(float[][] inputs, int[] labels, int classes, int[] folds) {
        return outOfFold(inputs, labels, ones(labels.length), classes, folds);
    }

    /**
     * The same where rows count by weights.
     *
     * @param weights [n] what each row counts as one to learn from, 0 or more
     */
    public double[][] outOfFold(float[][] inputs, int[] labels, float[] weights, int classes, int[] folds) {
        return outOfFold(inputs, labels, alike(weights, folds), classes, folds);
    }

    /**
     * The mean over several inputs and divisions into folds.
     *
     * @param inputs each [n][d]
     * @param divisions each [n] fold numbers
     */
    public double[][] meanOutOfFold(List<float[][]> inputs, int[] labels, int classes, List<int[]> divisions) {
        return meanOutOfFold(inputs, labels, ones(labels.length), classes, divisions);
    }

    /**
     * The mean over several inputs and divisions where rows count by weights.
     *
     * @param weights [n] what each row counts as one to learn from, 0 or more
     */
    public double[][] meanOutOfFold(
            List<float[][]> inputs, int[] labels, float[] weights, int classes, List<int[]> divisions) {
        double[][] mean = new double[labels.length][classes];
        for (int[] folds : divisions) {
            add(mean, inputs, labels, alike(weights, folds), folds, divisions.size());
        }
        return mean;
    }

    /**
     * The same by models that hardly learn from what looks mislabelled: in each fold a first pass over the other folds tells
     * how likely each label is right, and that is what it counts in a second. No model, of either pass, that bears on a row's
     * probabilities has seen the row's label.
     */
    public double[][] noiseTolerant(List<float[][]> inputs, int[] labels, int classes, List<int[]> divisions) {
        double[][] mean = new double[labels.length][classes];
        for (int[] folds : divisions) {
            float[][] weights = new NestedWeights(this, labels, classes).of(inputs, folds);
            add(mean, inputs, labels, weights, folds, divisions.size());
        }
        return mean;
    }

    /**
     * Probabilities of the rows left out, by the model of the others.
     *
     * @return [n][classes], zeros for rows not left out
     */
    double[][] ofLeftOut(float[][] inputs, int[] labels, float[] weights, int classes, IntPredicate leftOut) {
        int[] kept = IntStream.range(0, inputs.length).filter(leftOut.negate()).toArray();
        double[][] probabilities = new double[inputs.length][classes];
        if (kept.length == 0) {
            for (double[] row : probabilities) {
                Arrays.fill(row, 1.0 / classes);
            }
            return probabilities;
        }
        float[] keptWeights = new float[kept.length];
        for (int k = 0; k < kept.length; k++) {
            keptWeights[k] = weights[kept[k]];
        }
        LogisticRegression model = LogisticRegression.fit(
                IntStream.of(kept).mapToObj(i -> inputs[i]).toArray(float[][]::new),
                IntStream.of(kept).map(i -> labels[i]).toArray(),
                keptWeights,
                classes,
                penalty);
        for (int i = 0; i < inputs.length; i++) {
            if (leftOut.test(i)) {
                probabilities[i] = model.probabilities(inputs[i]);
            }
        }
        return probabilities;
    }

    /** @param weights [folds][n] for the model that predicts each fold */
    private double[][] outOfFold(float[][] inputs, int[] labels, float[][] weights, int classes, int[] folds) {
        double[][] probabilities = new double[inputs.length][];
        IntStream.range(0, weights.length).parallel().forEach(fold -> {
            double[][] predicted = ofLeftOut(inputs, labels, weights[fold], classes, i -> folds[i] == fold);
            for (int i = 0; i < predicted.length; i++) {
                if (folds[i] == fold) {
                    probabilities[i] = predicted[i];
                }
            }
        });
        return probabilities;
    }

    private void add(
            double[][] mean, List<float[][]> inputs, int[] labels, float[][] weights, int[] folds, int divisions) {
        int classes = mean.length == 0 ? 0 : mean[0].length;
        for (float[][] input : inputs) {
            double[][] one = outOfFold(input, labels, weights, classes, folds);
            for (int i = 0; i < mean.length; i++) {
                for (int c = 0; c < classes; c++) {
                    mean[i][c] += one[i][c] / (inputs.size() * divisions);
                }
            }
        }
    }

    private static float[][] alike(float[] weights, int[] folds) {
        float[][] all = new float[IntStream.of(folds).max().orElse(0) + 1][];
        Arrays.fill(all, weights);
        return all;
    }

    static float[] ones(int n) {
        float[] ones = new float[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
