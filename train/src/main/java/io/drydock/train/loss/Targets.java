package io.drydock.train.loss;

import io.drydock.train.config.ClassBalance;
import java.util.Arrays;

/** How a label becomes a row of targets: smoothing and class weights. Safe for use by many threads. */
public final class Targets {
    private final int classes;
    private final double smoothing;
    private final double[] weights;

    private Targets(int classes, double smoothing, double[] weights) {
        this.classes = classes;
        this.smoothing = smoothing;
        this.weights = weights;
    }

    /**
     * Targets for a training set.
     *
     * @param smoothing share spread evenly over all classes (Szegedy et al., arXiv:1512.00567)
     * @param counts training images of each class
     */
    public static Targets of(double smoothing, ClassBalance balance, int[] counts) {
        double[] weights = new double[counts.length];
        Arrays.fill(weights, 1);
        if (balance == ClassBalance.WEIGHTED || balance == ClassBalance.SQRT_WEIGHTED) {
            double images = Arrays.stream(counts).sum();
            double total = 0;
            for (int c = 0; c < counts.length; c++) {
                double inverse = counts[c] == 0 ? 0 : images / counts[c];
                weights[c] = balance == ClassBalance.WEIGHTED ? inverse : Math.sqrt(inverse);
                total += weights[c] * counts[c];
            }
            for (int c = 0; c < counts.length; c++) {
                weights[c] *= images / total;
            }
        }
        return new Targets(counts.length, smoothing, weights);
    }

    public int classes() {
        return classes;
    }

    /** Adds {@code share} of an image's target row into {@code rows} from {@code offset} on. */
    public void add(int label, double share, float[] rows, int offset) {
        double weight = share * weights[label];
        for (int c = 0; c < classes; c++) {
            rows[offset + c] += (float) (weight * ((c == label ? 1 - smoothing : 0) + smoothing / classes));
        }
    }
}
