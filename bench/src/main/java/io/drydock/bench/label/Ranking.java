package io.drydock.bench.label;

import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Positions of labels in the order in which a reviewer looks at them.
 *
 * @param order [n] the most suspect first
 */
record Ranking(int[] order) {
    /** Lowest score first, ties by position. */
    static Ranking of(double[] scores) {
        return new Ranking(IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue)
                .toArray());
    }

    /** Mean, over the wrong labels, of the share of wrong ones among all that stand no lower; in 0..1. */
    double averagePrecision(BitSet wrong) {
        double sum = 0;
        int found = 0;
        for (int k = 0; k < order.length; k++) {
            if (wrong.get(order[k])) {
                found++;
                sum += found / (k + 1.0);
            }
        }
        return found == 0 ? 0 : sum / found;
    }

    /** Wrong labels among the first so many. */
    int found(BitSet wrong, int looked) {
        return (int) IntStream.range(0, Math.min(looked, order.length))
                .filter(k -> wrong.get(order[k]))
                .count();
    }

    /** The labels after somebody who knows the truth has looked at the first so many. */
    int[] corrected(PlantedNoise noise, int looked) {
        int[] labels = noise.labels().clone();
        for (int k = 0; k < Math.min(looked, order.length); k++) {
            labels[order[k]] = noise.truth()[order[k]];
        }
        return labels;
    }
}
