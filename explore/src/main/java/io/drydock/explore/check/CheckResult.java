package io.drydock.explore.check;

import io.drydock.core.chart.Histogram;
import io.drydock.core.chart.Sample;
import io.drydock.core.finding.FindingKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a check found in a set.
 *
 * @param kind what it looks for
 * @param measure what was measured, in words with its unit
 * @param threshold beyond which a picture is flagged, in the measure's unit; infinite when
 *     nothing in this set is, NaN when there is none and the flags are the head of a ranking
 * @param lowIsSuspect whether pictures below the threshold are flagged, rather than those above
 * @param values of every picture, [n]
 * @param flags the most suspect first
 */
public record CheckResult(
        FindingKind kind, String measure, double threshold, boolean lowIsSuspect, double[] values, List<Flag> flags) {
    private static final int BINS = 48;
    private static final double TAIL = 0.001;

    public CheckResult {
        flags = List.copyOf(flags);
    }

    /** How the measure spreads over the set, with the threshold named; the last thousandth counts in the outer bins. */
    public Histogram histogram() {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return new Histogram(kind.title(), measure, List.of(new Sample("all", List.of())), BINS);
        }
        double low = sorted[(int) (TAIL * (sorted.length - 1))];
        double high = sorted[(int) Math.ceil((1 - TAIL) * (sorted.length - 1))];
        List<Double> shown = Arrays.stream(sorted)
                .map(value -> Math.max(low, Math.min(high, value)))
                .boxed()
                .toList();
        return new Histogram(kind.title() + ": " + rule(), measure, List.of(new Sample("all", shown)), BINS);
    }

    /** The rule in words, such as {@code 12 below 0.41}, or {@code 40 listed} where there is no threshold. */
    public String rule() {
        return Double.isFinite(threshold)
                ? String.format(Locale.ROOT, "%,d %s %.3g", flags.size(), lowIsSuspect ? "below" : "above", threshold)
                : flags.size() + " listed";
    }
}
