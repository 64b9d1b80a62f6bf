package io.drydock.core.metric;

import io.drydock.core.predict.Probabilities;

/** Loss of each image under its label: the negative logarithm of the probability given to it. Safe for use by many threads. */
public final class Losses {
    /** Probabilities below this count as this, as in scikit-learn's log loss. */
    static final double SMALLEST = Math.ulp(1.0);

    private Losses() {}

    /**
     * Losses [n] in nats, in 0..36.04.
     *
     * @param labels class indexes [n]
     */
    public static double[] of(int[] labels, Probabilities probabilities) {
        requireSameLength(labels, probabilities);
        double[] losses = new double[labels.length];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = of(probabilities.at(i, labels[i]));
        }
        return losses;
    }

    /** Loss in nats of a label that was given this probability. */
    static double of(double probability) {
        return -Math.log(Math.max(probability, SMALLEST));
    }

    /** Mean loss in nats, NaN of nothing. */
    public static double mean(int[] labels, Probabilities probabilities) {
        double sum = 0;
        for (double loss : of(labels, probabilities)) {
            sum += loss;
        }
        return sum / labels.length;
    }

    static void requireSameLength(int[] labels, Probabilities probabilities) {
        if (labels.length != probabilities.size()) {
            throw new IllegalArgumentException(
                    labels.length + " labels for " + probabilities.size() + " rows of probabilities");
        }
    }
}
