package io.drydock.core.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Pairs of classes that are taken for one another, most frequent first. Safe for use by many threads. */
public final class MostConfused {
    private MostConfused() {}

    /** Images of class index {@code label} that were predicted as {@code predicted}. */
    public record ConfusedPair(int label, int predicted, int count) {}

    /** All off-diagonal cells with at least {@code atLeast} images; ties in class order. */
    public static List<ConfusedPair> of(ConfusionMatrix matrix, int atLeast) {
        List<ConfusedPair> pairs = new ArrayList<>();
        for (int label = 0; label < matrix.classes(); label++) {
            for (int predicted = 0; predicted < matrix.classes(); predicted++) {
                int count = matrix.count(label, predicted);
                if (label != predicted && count >= Math.max(1, atLeast)) {
                    pairs.add(new ConfusedPair(label, predicted, count));
                }
            }
        }
        pairs.sort(Comparator.comparingInt(ConfusedPair::count).reversed());
        return List.copyOf(pairs);
    }
}
