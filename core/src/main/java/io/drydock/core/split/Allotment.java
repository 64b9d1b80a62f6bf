package io.drydock.core.split;

import io.drydock.core.data.LabeledImage;
import io.drydock.core.random.RandomStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * Deals groups to bins so that each bin's share of every class keeps to its target while dealing: large groups first, then
 * in an order drawn from the seed and the group's first path, each to the bin that lags most in the group's classes.
 * Each class is rounded for itself, so {@link PartBalance} and {@link FoldBalance} correct the totals afterwards. For one
 * thread at a time.
 */
final class Allotment {
    private final double[] shares;
    private final double[][] assigned;
    private final double[] seen;
    private final double[] totals;
    private double seenAll;

    private Allotment(double[] shares, int classes) {
        this.shares = shares.clone();
        assigned = new double[shares.length][classes];
        seen = new double[classes];
        totals = new double[shares.length];
    }

    /** The groups with their bins. */
    static Dealing deal(List<List<LabeledImage>> groups, double[] shares, int classes, long seed, String stream) {
        Allotment allotment = new Allotment(shares, classes);
        Dealing dealing = new Dealing(
                groups.stream()
                        .map(group -> new Turn(
                                group, priority(seed, stream, group.get(0).image())))
                        .sorted(Turn.ORDER)
                        .map(Turn::group)
                        .toList(),
                shares,
                classes);
        for (int group = 0; group < dealing.size(); group++) {
            dealing.place(group, allotment.next(dealing.images(group)));
        }
        return dealing;
    }

    private record Turn(List<LabeledImage> group, long priority) {
        static final Comparator<Turn> ORDER = Comparator.comparingInt(
                        (Turn turn) -> -turn.group().size())
                .thenComparingLong(Turn::priority)
                .thenComparing(turn -> turn.group().get(0).image());
    }

    private static long priority(long seed, String stream, String image) {
        long hash = 0xCBF29CE484222325L;
        for (byte b : image.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
        }
        return RandomStream.of(seed, stream, hash).nextLong();
    }

    private int next(List<LabeledImage> group) {
        for (LabeledImage image : group) {
            seen[image.label()]++;
            seenAll++;
        }
        int best = 0;
        double bestNeed = Double.NEGATIVE_INFINITY;
        for (int bin = 0; bin < shares.length; bin++) {
            double need = need(bin, group);
            if (need > bestNeed + 1e-9) {
                best = bin;
                bestNeed = need;
            }
        }
        for (LabeledImage image : group) {
            assigned[best][image.label()]++;
            totals[best]++;
        }
        return best;
    }

    /** How far the bin would lag behind its share of the group's classes; the whole set decides between equals. */
    private double need(int bin, List<LabeledImage> group) {
        double lag = 0;
        for (LabeledImage image : group) {
            lag += shares[bin] * seen[image.label()] - assigned[bin][image.label()];
        }
        double lagOfAll = shares[bin] * seenAll - totals[bin];
        return lag / group.size() + 1e-3 * Math.max(-100, Math.min(100, lagOfAll)) / 100;
    }
}
