package io.drydock.explore.cue;

import java.util.stream.IntStream;

/**
 * A measure cut into bins. The cuts know no label, so only the counts in the bins have to leave an image out.
 *
 * @param bins [n] bin of each image
 * @param size number of bins
 * @param folds [n] fold of each image, from 0
 * @param foldCount number of folds
 */
record BinnedMeasure(int[] bins, int size, int[] folds, int foldCount, int classes) {
    private static final int MOST_BINS = 16;
    private static final int LEAST_IN_BIN = 20;

    static BinnedMeasure of(Measure measure, int[] folds, int classes) {
        double[] values = measure.values();
        Bins bins = Bins.of(values, Math.max(1, Math.min(MOST_BINS, values.length / LEAST_IN_BIN)));
        return new BinnedMeasure(
                IntStream.range(0, values.length).map(i -> bins.of(values[i])).toArray(),
                bins.size(),
                folds,
                IntStream.of(folds).max().orElse(0) + 1,
                classes);
    }

    /** Whether not all images are in one bin; else the measure tells nothing. */
    boolean varies() {
        return IntStream.of(bins).distinct().limit(2).count() > 1;
    }

    /** What the bins of the other folds tell of each image. */
    Told told(int[] labels) {
        int[][][] counts = new int[foldCount][size][classes];
        int[][] all = new int[size][classes];
        for (int i = 0; i < labels.length; i++) {
            counts[folds[i]][bins[i]][labels[i]]++;
            all[bins[i]][labels[i]]++;
        }
        int[] sizes = Told.sizes(labels, classes);
        int majority = largest(sizes);
        int right = 0;
        int onlyBin = 0;
        int onlyLargest = 0;
        int[] recalled = new int[classes];
        int[] others = new int[classes];
        int[] inBin = new int[classes];
        for (int[][] own : counts) {
            for (int c = 0; c < classes; c++) {
                others[c] = sizes[c];
                for (int[] bin : own) {
                    others[c] -= bin[c];
                }
            }
            for (int bin = 0; bin < size; bin++) {
                int known = 0;
                for (int c = 0; c < classes; c++) {
                    inBin[c] = all[bin][c] - own[bin][c];
                    known += inBin[c];
                }
                int answer = largest(known == 0 ? others : inBin);
                right += own[bin][answer];
                if (answer != majority) {
                    onlyBin += own[bin][answer];
                    onlyLargest += own[bin][majority];
                }
                int odds = bestOdds(inBin, others);
                recalled[odds] += own[bin][odds];
            }
        }
        return new Told(right, onlyBin, onlyLargest, recalled, sizes);
    }

    private static int bestOdds(int[] inBin, int[] others) {
        int best = 0;
        double largest = -1;
        for (int c = 0; c < inBin.length; c++) {
            double share = others[c] == 0 ? 0 : (double) inBin[c] / others[c];
            if (share > largest) {
                largest = share;
                best = c;
            }
        }
        return best;
    }

    private static int largest(int[] values) {
        int best = 0;
        for (int c = 1; c < values.length; c++) {
            if (values[c] > values[best]) {
                best = c;
            }
        }
        return best;
    }
}
