package io.drydock.core.metric;

import io.drydock.core.predict.Probabilities;

/**
 * Expected calibration error: mean gap between confidence and accuracy over 15 equal bins of the largest probability
 * (Guo et al., arXiv:1706.04599). Safe for use by many threads.
 */
public final class CalibrationError {
    private static final int BINS = 15;

    private CalibrationError() {}

    /**
     * In 0..1; NaN of nothing.
     *
     * @param labels class indexes [n]
     */
    public static double of(int[] labels, Probabilities probabilities) {
        Losses.requireSameLength(labels, probabilities);
        double[] confidence = new double[BINS];
        int[] right = new int[BINS];
        for (int i = 0; i < labels.length; i++) {
            int predicted = probabilities.predicted(i);
            double p = probabilities.at(i, predicted);
            int bin = Math.max(0, Math.min(BINS - 1, (int) Math.ceil(p * BINS) - 1));
            confidence[bin] += p;
            right[bin] += predicted == labels[i] ? 1 : 0;
        }
        double gap = 0;
        for (int bin = 0; bin < BINS; bin++) {
            gap += Math.abs(confidence[bin] - right[bin]);
        }
        return gap / labels.length;
    }
}
