package io.drydock.explore.label;

/**
 * Log odds of being wrong, counted in narrow bins, so that sums over many images cost little. For one thread at a time.
 */
final class OddsHistogram {
    /** Odds beyond this tell no more. */
    static final double LARGEST = 12;

    private static final int BINS = 480;

    private final int[] counts = new int[BINS];

    /** Log odds of a probability, within the bins. */
    static double odds(double probability) {
        double p = Math.min(Math.max(probability, 1e-9), 1 - 1e-9);
        return Math.max(-LARGEST, Math.min(LARGEST, Math.log(p / (1 - p))));
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    void add(double odds) {
        int bin = (int) ((odds + LARGEST) / (2 * LARGEST) * BINS);
        counts[Math.min(BINS - 1, Math.max(0, bin))]++;
    }

    private static double middle(int bin) {
        return (bin + 0.5) / BINS * 2 * LARGEST - LARGEST;
    }

    /** Expected number of wrong labels when odds are shifted and stretched. */
    double expected(double shift, double stretch) {
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                sum += counts[bin] * sigmoid(shift + stretch * middle(bin));
            }
        }
        return sum;
    }

    /** Variance of that number. */
    double variance(double shift, double stretch) {
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                double p = sigmoid(shift + stretch * middle(bin));
                sum += counts[bin] * p * (1 - p);
            }
        }
        return sum;
    }

    /** Sum of log probabilities of what is counted here being wrong, or of its being right. */
    double logLikelihood(double shift, double stretch, boolean wrong) {
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                double x = shift + stretch * middle(bin);
                sum -= counts[bin] * Math.log1p(Math.exp(wrong ? -x : x));
            }
        }
        return sum;
    }

    /** The shift at which the expected number is a given one, for a given stretch. */
    double shiftFor(double number, double stretch) {
        double low = -4 * LARGEST;
        double high = 4 * LARGEST;
        for (int step = 0; step < 40; step++) {
            double middle = (low + high) / 2;
            if (expected(middle, stretch) < number) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
