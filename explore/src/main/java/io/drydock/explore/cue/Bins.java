package io.drydock.explore.cue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ranges of a measure with about equally many images each; frequent values get a bin of their own. */
final class Bins {
    private final double[] upper;

    private Bins(double[] upper) {
        this.upper = upper;
    }

    /** Cuts where the values have their quantiles. */
    static Bins of(double[] values, int wanted) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        List<Double> upper = new ArrayList<>();
        double frequent = 0.5 * sorted.length / wanted;
        for (int q = 1; q < wanted && sorted.length > 0; q++) {
            double cut = sorted[(int) ((long) q * sorted.length / wanted)];
            int first = first(sorted, cut);
            if (first > 0 && first(sorted, Math.nextUp(cut)) - first >= frequent) {
                add(upper, sorted[first - 1]);
            }
            add(upper, cut);
        }
        return new Bins(upper.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void add(List<Double> upper, double cut) {
        if (upper.isEmpty() || cut > upper.get(upper.size() - 1)) {
            upper.add(cut);
        }
    }

    /** Place of the first value that is not below a bound. */
    private static int first(double[] sorted, double bound) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Bins, the one for NaN included. */
    int size() {
        return upper.length + 2;
    }

    /** Bin of a value. */
    int of(double value) {
        if (Double.isNaN(value)) {
            return upper.length + 1;
        }
        int at = Arrays.binarySearch(upper, value);
        return at >= 0 ? at : -at - 1;
    }
}
