package io.drydock.explore.probe;

import io.drydock.explore.label.LabelEvidence;
import io.drydock.explore.label.NoiseModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each row counts in the probe's second pass: how likely its label is right. The weights are computed once per fold, by
 * models that saw neither the row nor any row of that fold. So no label can reach its own prediction by way of the weights of
 * the rows that predict it.
 */
final class NestedWeights {
    private static final float SMALLEST = 0.01f;

    private final LinearProbe probe;
    private final int[] labels;
    private final int classes;

    NestedWeights(LinearProbe probe, int[] labels, int classes) {
        this.probe = probe;
        this.labels = labels;
        this.classes = classes;
    }

    /** Two folds that a model leaves out. It predicts each of them for the benefit of the other. */
    private record Pair(int one, int other) {
        boolean holds(int fold) {
            return fold == one || fold == other;
        }

        static List<Pair> below(int folds) {
            List<Pair> pairs = new ArrayList<>();
            for (int other = 1; other < folds; other++) {
                for (int one = 0; one < other; one++) {
                    pairs.add(new Pair(one, other));
                }
            }
            return pairs;
        }
    }

    /**
     * Weights per fold. k folds take k (k - 1) / 2 models per input. With two folds no third is left to learn from, and all
     * rows count 1.
     *
     * @param inputs each [n][d]
     * @param folds [n] fold numbers from 0
     * @return [folds][n], for the model that predicts the fold; rows of the fold itself have 0
     */
    float[][] of(List<float[][]> inputs, int[] folds) {
        int count = IntStream.of(folds).max().orElse(0) + 1;
        float[][] weights = new float[count][labels.length];
        if (count < 3) {
            for (float[] row : weights) {
                Arrays.fill(row, 1);
            }
            return weights;
        }
        double[][][] firstPass = firstPass(inputs, folds, count);
        for (int fold = 0; fold < count; fold++) {
            fill(weights[fold], firstPass[fold], folds, fold);
        }
        return weights;
    }

    private void fill(float[] weights, double[][] probabilities, int[] folds, int predicted) {
        int[] rows = IntStream.range(0, folds.length)
                .filter(i -> folds[i] != predicted)
                .toArray();
        LabelEvidence evidence = new LabelEvidence(
                IntStream.of(rows).map(i -> labels[i]).toArray(),
                IntStream.of(rows).mapToObj(i -> probabilities[i]).toArray(double[][]::new));
        double[] wrong = NoiseModel.of(evidence).wrong(evidence);
        for (int k = 0; k < rows.length; k++) {
            weights[rows[k]] = Math.max((float) (1 - wrong[k]), SMALLEST);
        }
    }

    /** For each fold the probabilities of all other rows, by models that saw neither them nor the fold: [folds][n][classes]. */
    private double[][][] firstPass(List<float[][]> inputs, int[] folds, int count) {
        float[] ones = LinearProbe.ones(labels.length);
        double[][][] means = new double[count][labels.length][classes];
        List<Pair> pairs = Pair.below(count);
        for (float[][] input : inputs) {
            pairs.parallelStream().forEach(pair -> {
                double[][] rows = probe.ofLeftOut(input, labels, ones, classes, i -> pair.holds(folds[i]));
                for (int i = 0; i < rows.length; i++) {
                    if (pair.holds(folds[i])) {
                        double[] mean = means[folds[i] == pair.one() ? pair.other() : pair.one()][i];
                        for (int c = 0; c < classes; c++) {
                            mean[c] += rows[i][c] / inputs.size();
                        }
                    }
                }
            });
        }
        return means;
    }
}
