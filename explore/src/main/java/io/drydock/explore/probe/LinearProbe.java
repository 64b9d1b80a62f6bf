package io.drydock.explore.probe;

import io.drydock.explore.linear.LogisticRegression;
import io.drydock.explore.linear.PrincipalComponents;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Out-of-fold class probabilities by logistic regression on pooled features: each row is predicted by a model that saw
 * neither it nor a member of its group.
 *
 * @param components principal components kept, whitened by the largest
 * @param penalty L2 penalty of the regression
 */
public record LinearProbe(int components, double penalty) {
    /** Chosen on one planted-noise seed of the ship set; see docs/decisions. */
    public static final LinearProbe STANDARD = new LinearProbe(256, 1e-3);

    /**
     * Predicts every row by the model of the other folds.
     *
     * @param features [n][d]
     * @param labels [n] class indices
     * @param folds [n] fold numbers from 0; rows of one group must share a fold
     * @return [n][classes] probabilities
     */
    public double[][] outOfFold(float[][] features, int[] labels, int classes, int[] folds) {
        float[][] reduced = scaled(features);
        int count = IntStream.of(folds).max().orElse(0) + 1;
        double[][] probabilities = new double[features.length][];
        IntStream.range(0, count).parallel().forEach(fold -> {
            List<float[]> rows = new ArrayList<>();
            List<Integer> rowLabels = new ArrayList<>();
            for (int i = 0; i < reduced.length; i++) {
                if (folds[i] != fold) {
                    rows.add(reduced[i]);
                    rowLabels.add(labels[i]);
                }
            }
            LogisticRegression model = LogisticRegression.fit(
                    rows.toArray(float[][]::new),
                    rowLabels.stream().mapToInt(Integer::intValue).toArray(),
                    classes,
                    penalty);
            for (int i = 0; i < reduced.length; i++) {
                if (folds[i] == fold) {
                    probabilities[i] = model.probabilities(reduced[i]);
                }
            }
        });
        return probabilities;
    }

    /** Leading principal coordinates, all divided by the first one's deviation so that the penalty has one meaning. */
    private float[][] scaled(float[][] features) {
        PrincipalComponents pca = PrincipalComponents.of(features, components, 0);
        float[][] reduced = pca.project(features);
        float scale = (float) (1 / Math.sqrt(Math.max(pca.variances()[0], 1e-12)));
        for (float[] row : reduced) {
            for (int d = 0; d < row.length; d++) {
                row[d] *= scale;
            }
        }
        return reduced;
    }
}
