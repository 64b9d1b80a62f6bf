package io.drydock.bench.remaining;

import io.drydock.core.metric.Measured;
import io.drydock.explore.label.Outcome;
import io.drydock.explore.label.RemainingErrors;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often the interval holds the number of wrong labels that are left.
 *
 * @param sets simulated sets
 * @param held how many of their intervals hold
 * @param width median of the widths
 * @param left mean of what is left
 * @param value median of the estimates
 */
record Coverage(int sets, int held, double width, double left, double value) {
    /** After so many looks, every so-many-th at random. */
    static Coverage of(List<SimulatedSet> sets, int looks, int every) {
        double[][] rows = IntStream.range(0, sets.size())
                .parallel()
                .mapToObj(i -> row(sets.get(i), sets.get(i).reviewed(looks, every, i)))
                .toArray(double[][]::new);
        return new Coverage(
                rows.length,
                (int) Arrays.stream(rows).filter(row -> row[0] > 0).count(),
                median(rows, 1),
                Arrays.stream(rows).mapToDouble(row -> row[2]).average().orElse(Double.NaN),
                median(rows, 3));
    }

    private static double[] row(SimulatedSet set, Outcome[] outcomes) {
        Measured told = RemainingErrors.of(set.evidence(), outcomes).remaining();
        int left = set.left(outcomes);
        boolean holds = left >= told.low() && left <= told.high();
        return new double[] {holds ? 1 : 0, told.high() - told.low(), left, told.value()};
    }

    private static double median(double[][] rows, int column) {
        double[] sorted =
                Arrays.stream(rows).mapToDouble(row -> row[column]).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Share of the intervals that hold. */
    double share() {
        return (double) held / sets;
    }
}
