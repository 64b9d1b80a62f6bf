package io.drydock.explore.check;

import java.util.Arrays;

/**
 * Where one tail of a measure ends to be ordinary: so many robust deviations from the median, the deviation taken from
 * the half of the set on that side, so that a lopsided measure is judged by its own shape.
 *
 * @param median of the set
 * @param deviation of the half on the suspect side, as of a normal distribution; at least {@code floor}
 */
record Tail(double median, double deviation) {
    /** Deviations of a normal distribution between its median and its 10th percentile. */
    private static final double TENTH = 1.2816;

    /** @param floor least deviation, in the measure's unit, for sets that hardly vary */
    static Tail low(double[] values, double floor) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return new Tail(Double.NaN, floor);
        }
        double median = sorted[(sorted.length - 1) / 2];
        double tenth = sorted[(int) (0.1 * (sorted.length - 1))];
        return new Tail(median, Math.max(floor, (median - tenth) / TENTH));
    }

    /** Value at so many deviations below the median. */
    double below(double deviations) {
        return median - deviations * deviation;
    }

    /** Deviations of a value below the median. */
    double depth(double value) {
        return (median - value) / deviation;
    }
}
