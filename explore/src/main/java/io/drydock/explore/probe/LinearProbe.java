package io.drydock.explore.probe;

import io.drydock.explore.label.LabelEvidence;
import io.drydock.explore.label.NoiseModel;
import io.drydock.explore.linear.LogisticRegression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private static final float SMALLEST_WEIGHT = 0.01f;

    /**
     * Predicts every row by the model of the other folds.
     *
     * @param inputs [n][d], such as {@link ProbeInput} makes
     * @param labels [n] class indices
     * @param folds [n] fold numbers from 0; rows of one group must share a fold
     * @return [n][classes] probabilities
     */
    public double[][] outOfFold(float[][] inputs, int[] labels, int classes, int[] folds) {
        float[] ones = new float[labels.length];
        Arrays.fill(ones, 1);
        return outOfFold(inputs, labels, ones, classes, folds);
    }

    /**
     * The same where rows count by weights.
     *
     * @param weights [n] what each row counts as one to learn from, 0 or more
     */
    public double[][] outOfFold(float[][] inputs, int[] labels, float[] weights, int classes, int[] folds) {
        int count = IntStream.of(folds).max().orElse(0) + 1;
        double[][] probabilities = new double[inputs.length][];
        IntStream.range(0, count).parallel().forEach(fold -> {
            int[] kept = IntStream.range(0, inputs.length)
                    .filter(i -> folds[i] != fold)
                    .toArray();
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
                if (folds[i] == fold) {
                    probabilities[i] = model.probabilities(inputs[i]);
                }
            }
        });
        return probabilities;
    }

    /**
     * The mean over several inputs and divisions into folds.
     *
     * @param inputs each [n][d]
     * @param divisions each [n] fold numbers
     */
    public double[][] meanOutOfFold(List<float[][]> inputs, int[] labels, int classes, List<int[]> divisions) {
        float[] ones = new float[labels.length];
        Arrays.fill(ones, 1);
        return meanOutOfFold(inputs, labels, ones, classes, divisions);
    }

    /**
     * The same by models that hardly learn from what looks mislabelled: a first pass tells how likely each label is right
     * ({@link NoiseModel}), and that is what it counts in a second.
     */
    public double[][] noiseTolerant(List<float[][]> inputs, int[] labels, int classes, List<int[]> divisions) {
        return secondPass(inputs, labels, meanOutOfFold(inputs, labels, classes, divisions), divisions);
    }

    /**
     * The second pass alone.
     *
     * @param firstPass [n][classes] out-of-fold probabilities that tell which labels are likely right
     */
    public double[][] secondPass(List<float[][]> inputs, int[] labels, double[][] firstPass, List<int[]> divisions) {
        LabelEvidence first = new LabelEvidence(labels, firstPass);
        double[] wrong = NoiseModel.of(first).wrong(first);
        float[] weights = new float[labels.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.max((float) (1 - wrong[i]), SMALLEST_WEIGHT);
        }
        return meanOutOfFold(inputs, labels, weights, first.classes(), divisions);
    }

    /**
     * The mean over several inputs and divisions where rows count by weights.
     *
     * @param weights [n] what each row counts as one to learn from, 0 or more
     */
    public double[][] meanOutOfFold(
            List<float[][]> inputs, int[] labels, float[] weights, int classes, List<int[]> divisions) {
        List<double[][]> all = new ArrayList<>();
        for (int[] folds : divisions) {
            for (float[][] input : inputs) {
                all.add(outOfFold(input, labels, weights, classes, folds));
            }
        }
        double[][] mean = new double[labels.length][classes];
        for (double[][] one : all) {
            for (int i = 0; i < mean.length; i++) {
                for (int c = 0; c < classes; c++) {
                    mean[i][c] += one[i][c] / all.size();
                }
            }
        }
        return mean;
    }
}
