package io.drydock.explore.check;

import io.drydock.core.finding.FindingKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Flags one tail of a measure: what is far from the set's own middle, and past a bound that nobody would call ordinary
 * otherwise, so that a set of night pictures is not all dark, and the dullest of brilliant pictures is not dull.
 *
 * @param name of the measure among a picture's checks
 * @param measure what it is, in words with its unit
 * @param lowIsSuspect which tail
 * @param scale turns the measure into one that spreads evenly, rising
 * @param inverse of {@code scale}
 * @param deviations robust deviations from the median at which a picture is far from the rest
 * @param bound a picture is never flagged on the ordinary side of it
 * @param floor least deviation assumed, in scaled units
 */
record TailCheck(
        FindingKind kind,
        String name,
        String measure,
        boolean lowIsSuspect,
        DoubleUnaryOperator scale,
        DoubleUnaryOperator inverse,
        double deviations,
        double bound,
        double floor) {
    static final DoubleUnaryOperator PLAIN = value -> value;
    static final DoubleUnaryOperator LOG = value -> Math.log(Math.max(1e-6, value));
    static final DoubleUnaryOperator EXP = Math::exp;

    CheckResult of(List<MeasuredPicture> pictures) {
        double[] values =
                pictures.stream().mapToDouble(picture -> picture.check(name)).toArray();
        double sign = lowIsSuspect ? 1 : -1;
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = sign * scale.applyAsDouble(values[i]);
        }
        Tail tail = Tail.low(scaled, floor);
        double adaptive = inverse.applyAsDouble(sign * tail.below(deviations));
        double threshold = lowIsSuspect ? Math.min(bound, adaptive) : Math.max(bound, adaptive);
        List<Flag> flags = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (lowIsSuspect ? values[i] < threshold : values[i] > threshold) {
                double depth = tail.depth(scaled[i]);
                flags.add(new Flag(i, values[i], 0.5 * Math.min(1, deviations / depth)));
            }
        }
        flags.sort(Comparator.comparingDouble(Flag::score).thenComparingInt(Flag::row));
        return new CheckResult(kind, measure, threshold, lowIsSuspect, values, flags);
    }
}
