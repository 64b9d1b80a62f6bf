package io.drydock.image.check;

import java.util.Arrays;

/** Statistics of a histogram: how often each of the values 0, 1, 2, ... stands. */
final class Counts {
    private final int[] counts;
    private final long total;

    Counts(int[] counts) {
        this.counts = counts;
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        this.total = sum;
    }

    /** Two histograms of equal length, one behind the other, as one. */
    static Counts ofHalves(int[] counts) {
        int[] sums = Arrays.copyOf(counts, counts.length / 2);
        for (int value = 0; value < sums.length; value++) {
            sums[value] += counts[sums.length + value];
        }
        return new Counts(sums);
    }

    /** Smallest value that at least this share of all lie at or below. */
    int percentile(double share) {
        long needed = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (int value = 0; value < counts.length; value++) {
            seen += counts[value];
            if (seen >= needed) {
                return value;
            }
        }
        return counts.length - 1;
    }

    int highest() {
        int value = counts.length - 1;
        while (value > 0 && counts[value] == 0) {
            value--;
        }
        return value;
    }

    double mean() {
        double sum = 0;
        for (int value = 0; value < counts.length; value++) {
            sum += (double) value * counts[value];
        }
        return sum / total;
    }

    double deviation() {
        double mean = mean();
        double sum = 0;
        for (int value = 0; value < counts.length; value++) {
            sum += (value - mean) * (value - mean) * counts[value];
        }
        return Math.sqrt(sum / total);
    }

    double entropyBits() {
        double sum = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / total;
                sum -= share * Math.log(share);
            }
        }
        return sum / Math.log(2) + 0.0;
    }
}
