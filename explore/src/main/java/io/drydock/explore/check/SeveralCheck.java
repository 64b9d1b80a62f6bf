package io.drydock.explore.check;

import io.drydock.core.finding.FindingKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The pictures whose embeddings look most like ones of several subjects. Nothing tells where such a ranking stops being
 * true, so there is no threshold: only its head is listed, and a flag's score is its place, the share of the set that ranks
 * no lower. Safe for use by many threads.
 */
public final class SeveralCheck {
    /** As long as the list is of which it was counted how many are right (docs/cleaning.md); further down nobody looked. */
    private static final int MOST = 40;
    /** In sets below 4,000, where forty would reach deeper than the head: as large a share as forty is of 4,000. */
    private static final double MOST_SHARE = 0.01;

    private SeveralCheck() {}

    /**
     * The head of the ranking, the most likely first.
     *
     * @param values [n] log-odds of several subjects; NaN where unknown
     */
    public static CheckResult of(double[] values) {
        int[] known = IntStream.range(0, values.length)
                .filter(i -> Double.isFinite(values[i]))
                .toArray();
        int most = Math.min(MOST, (int) Math.ceil(MOST_SHARE * known.length));
        List<Flag> flags = new ArrayList<>();
        IntStream.of(known)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -values[i]))
                .limit(most)
                .forEach(i -> flags.add(new Flag(i, values[i], (flags.size() + 1.0) / known.length)));
        return new CheckResult(
                FindingKind.SEVERAL_OBJECTS,
                "logarithm of the odds that there are several subjects",
                Double.NaN,
                false,
                values,
                flags);
    }
}
