package io.drydock.explore.linear;

import java.util.Arrays;

/**
 * Weighted log loss of a linear softmax model over n plus half the penalty times the squared weights, with its gradient. The
 * rows are held both ways, so that logits and gradient alike are sums of whole vectors. For one thread at a time.
 */
final class LogisticLoss {
    private final float[][] rows;
    private final float[][] columns;
    private final int[] labels;
    private final float[] rowWeights;
    private final int classes;
    private final double penalty;
    private final int features;
    private final float[][] logits;

    LogisticLoss(float[][] rows, int[] labels, float[] rowWeights, int classes, double penalty) {
        this.rows = rows;
        this.labels = labels;
        this.rowWeights = rowWeights;
        this.classes = classes;
        this.penalty = penalty;
        this.features = rows[0].length;
        this.columns = new float[features][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < features; j++) {
                columns[j][i] = rows[i][j];
            }
        }
        this.logits = new float[classes][rows.length];
    }

    /** Numbers of a class in the parameters: a weight a feature, then the intercept. */
    int width() {
        return features + 1;
    }

    /**
     * The loss at a point.
     *
     * @param x [classes * width]
     * @param gradient receives the gradient, [classes * width]
     */
    double at(double[] x, double[] gradient) {
        forward(x);
        float[][] weightGradient = new float[classes][features];
        double[] interceptGradient = new double[classes];
        double[] p = new double[classes];
        double loss = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int c = 0; c < classes; c++) {
                p[c] = logits[c][i];
            }
            LogisticRegression.softmax(p);
            loss -= rowWeights[i] * Math.log(Math.max(p[labels[i]], 1e-300));
            for (int c = 0; c < classes; c++) {
                float residual = (float) (rowWeights[i] * (p[c] - (c == labels[i] ? 1 : 0)));
                interceptGradient[c] += residual;
                Rows.add(weightGradient[c], residual, rows[i]);
            }
        }
        double squared = 0;
        for (int c = 0; c < classes; c++) {
            int start = c * width();
            for (int j = 0; j < features; j++) {
                double value = x[start + j];
                squared += value * value;
                gradient[start + j] = weightGradient[c][j] / rows.length + penalty * value;
            }
            gradient[start + features] = interceptGradient[c] / rows.length;
        }
        return loss / rows.length + penalty * squared / 2;
    }

    private void forward(double[] x) {
        for (int c = 0; c < classes; c++) {
            int start = c * width();
            Arrays.fill(logits[c], (float) x[start + features]);
            float[] factors = new float[features];
            for (int j = 0; j < features; j++) {
                factors[j] = (float) x[start + j];
            }
            Rows.accumulate(logits[c], factors, columns);
        }
    }
}
