package io.drydock.explore.cue;

import io.drydock.core.metric.Measured;
import java.util.Arrays;

/**
 * How well one measure alone predicts the class: its range is cut into bins, each bin answers its most frequent class, and
 * images are judged by bins that did not count them.
 *
 * @param name of the measure
 * @param accuracy share answered right, in [0, 1]
 * @param majority share that always answering the largest class gets right, in [0, 1]
 * @param gain accuracy - majority, with the 95 % interval of the paired difference
 * @param balanced mean over classes of the share of the class ranked right by odds over its base rate, in [0, 1]; 1 /
 *     classes when the measure tells nothing; with the 95 % interval
 * @param chance what {@code balanced} is when the measure tells nothing
 */
public record Cue(String name, double accuracy, double majority, Measured gain, Measured balanced, double chance) {
    private static final int MOST_BINS = 16;
    private static final int LEAST_IN_BIN = 20;
    private static final double NOTABLE_GAIN = 0.01;
    private static final double NOTABLE_LIFT = 1.2;
    private static final double TWO_SIDED_95 = 1.959964;

    /**
     * Measures a cue.
     *
     * @param values [n], such as brightness, or codes of a category; NaN is a value of its own
     * @param labels [n] class indices
     * @param folds [n] fold of each image, from 0; copies must share one
     */
    public static Cue of(String name, double[] values, int[] labels, int classes, int[] folds) {
        int n = values.length;
        int count = Arrays.stream(folds).max().orElse(0) + 1;
        double[] gains = new double[n];
        int right = 0;
        int largest = 0;
        int[] sizes = new int[classes];
        int[] recalled = new int[classes];
        for (int fold = 0; fold < count; fold++) {
            Bins bins = Bins.of(values, folds, fold, Math.max(1, Math.min(MOST_BINS, n / LEAST_IN_BIN)));
            double[][] counts = new double[bins.size()][classes];
            double[] totals = new double[classes];
            for (int i = 0; i < n; i++) {
                if (folds[i] != fold) {
                    counts[bins.of(values[i])][labels[i]]++;
                    totals[labels[i]]++;
                }
            }
            int majority = largest(totals);
            for (int i = 0; i < n; i++) {
                if (folds[i] == fold) {
                    double[] bin = counts[bins.of(values[i])];
                    boolean hit = answer(bin, totals) == labels[i];
                    boolean easy = majority == labels[i];
                    right += hit ? 1 : 0;
                    largest += easy ? 1 : 0;
                    gains[i] = (hit ? 1 : 0) - (easy ? 1 : 0);
                    sizes[labels[i]]++;
                    recalled[labels[i]] += odds(bin, totals) == labels[i] ? 1 : 0;
                }
            }
        }
        return new Cue(
                name,
                (double) right / n,
                (double) largest / n,
                mean(gains),
                balanced(recalled, sizes),
                1.0 / Math.max(1, Arrays.stream(sizes).filter(size -> size > 0).count()));
    }

    /** Whether the measure surely predicts the class better than nothing, and by enough to matter. */
    public boolean notable() {
        return gain.low() > NOTABLE_GAIN || balanced.low() > NOTABLE_LIFT * chance;
    }

    private static int answer(double[] bin, double[] totals) {
        double sum = Arrays.stream(bin).sum();
        return sum == 0 ? largest(totals) : largest(bin);
    }

    private static int odds(double[] bin, double[] totals) {
        double[] shares = new double[bin.length];
        for (int c = 0; c < shares.length; c++) {
            shares[c] = totals[c] == 0 ? 0 : bin[c] / totals[c];
        }
        return largest(shares);
    }

    private static int largest(double[] values) {
        int best = 0;
        for (int c = 1; c < values.length; c++) {
            if (values[c] > values[best]) {
                best = c;
            }
        }
        return best;
    }

    private static Measured mean(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squared = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double error = TWO_SIDED_95 * Math.sqrt(squared / Math.max(1, values.length - 1) / Math.max(1, values.length));
        return new Measured(mean, mean - error, mean + error);
    }

    private static Measured balanced(int[] recalled, int[] sizes) {
        double sum = 0;
        double variance = 0;
        int present = 0;
        for (int c = 0; c < sizes.length; c++) {
            if (sizes[c] > 0) {
                double recall = (double) recalled[c] / sizes[c];
                sum += recall;
                variance += recall * (1 - recall) / sizes[c];
                present++;
            }
        }
        double mean = sum / Math.max(1, present);
        double error = TWO_SIDED_95 * Math.sqrt(variance) / Math.max(1, present);
        return new Measured(mean, Math.max(0, mean - error), Math.min(1, mean + error));
    }
}
