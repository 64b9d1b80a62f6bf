package io.drydock.train.finder;

import io.drydock.core.error.TrainingException;
import java.util.Arrays;

/**
 * Smoothed loss at rising learning rates. Safe for use by many threads, as long as none changes the arrays.
 *
 * @param rates rising
 * @param losses smoothed, of the same length
 */
public record LossCurve(double[] rates, double[] losses) {
    private static final int SLIDE_INTERVAL = 15;
    private static final double SLIDE_THRESHOLD = 0.005;
    private static final int DROPPED_AT_END = 5;

    public LossCurve {
        if (rates.length != losses.length) {
            throw new IllegalArgumentException(rates.length + " rates for " + losses.length + " losses");
        }
    }

    /**
     * The part that suggestions are read from: without the first tenth of the planned steps and the last five points.
     *
     * @throws TrainingException if too few points remain
     */
    public LossCurve trimmed(int plannedSteps) {
        int from = plannedSteps / 10;
        int to = losses.length - DROPPED_AT_END;
        for (int i = from; i < to; i++) {
            if (Double.isNaN(losses[i])) {
                to = i;
            }
        }
        if (to - from < 3) {
            throw new TrainingException("The learning-rate finder stopped after " + losses.length
                    + " steps, too few to suggest a rate. Start lower, or use more images.");
        }
        return new LossCurve(Arrays.copyOfRange(rates, from, to), Arrays.copyOfRange(losses, from, to));
    }

    /** The four suggestions, from this curve as it is (see {@link #trimmed}). */
    public RateSuggestions suggestions() {
        return new RateSuggestions(valley(), slide(), minimum(), steep());
    }

    /** Middle of the longest falling subsequence that ends in the valley. */
    private double valley() {
        int n = losses.length;
        int[] longest = new int[n];
        Arrays.fill(longest, 1);
        int end = 0;
        int start = 0;
        for (int i = 1; i < n; i++) {
            for (int j = 0; j < i; j++) {
                if (losses[i] < losses[j] && longest[i] < longest[j] + 1) {
                    longest[i] = longest[j] + 1;
                }
                if (longest[end] < longest[i]) {
                    end = i;
                    start = end - longest[end];
                }
            }
        }
        double third = (end - start) / 3.0;
        return rates[start + (int) third + (int) (third / 2)];
    }

    private double slide() {
        double[] slope = slopes();
        int n = slope.length;
        int right = n - 1;
        int left = right - SLIDE_INTERVAL;
        double found = rates[Math.max(left, 0)];
        while (left >= 0 && Math.abs(slope[right] - slope[left]) > SLIDE_THRESHOLD) {
            found = rates[left];
            right--;
            left--;
        }
        return found;
    }

    /** Central differences inside, one-sided at both ends. */
    private double[] slopes() {
        int n = losses.length;
        double[] slope = new double[n];
        for (int i = 0; i < n; i++) {
            int before = Math.max(i - 1, 0);
            int after = Math.min(i + 1, n - 1);
            slope[i] = (losses[after] - losses[before]) / (after - before);
        }
        return slope;
    }

    private double minimum() {
        int best = 0;
        for (int i = 1; i < losses.length; i++) {
            best = losses[i] < losses[best] ? i : best;
        }
        return rates[best] / 10;
    }

    private double steep() {
        int best = 0;
        double steepest = Double.POSITIVE_INFINITY;
        for (int i = 0; i + 1 < losses.length; i++) {
            double slope = (losses[i + 1] - losses[i]) / (Math.log(rates[i + 1]) - Math.log(rates[i]));
            if (slope < steepest) {
                steepest = slope;
                best = i;
            }
        }
        return rates[best];
    }
}
