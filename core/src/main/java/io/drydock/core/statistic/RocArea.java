package io.drydock.core.statistic;

import io.drydock.core.random.RandomStream;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Area under the ROC curve: the chance that a member of the second group scores above one of the first, ties counting half.
 *
 * @param area in [0, 1]; 0.5 when the scores tell nothing
 * @param standardError by DeLong, DeLong and Clarke-Pearson (Biometrics 44, 1988); 0 where the groups are told apart wholly
 * @param low lower end of the 95 % interval, in [0, 1], by Newcombe's score method (Statistics in Medicine 25, 2006, method 5),
 *     which never shrinks to a point
 * @param high upper end of it
 * @param pValue chance of an area this large when the scores tell nothing, by permutation of the groups, in (0, 1]
 */
public record RocArea(double area, double standardError, double low, double high, double pValue) {
    private static final double TWO_SIDED_95 = 1.959964;
    private static final int BISECTIONS = 50;

    /**
     * Measures scores.
     *
     * @param scores [n]
     * @param second [n] whether each is of the second group
     * @param permutations drawn for the p-value, so that it is at least 1 / (permutations + 1)
     */
    public static RocArea of(double[] scores, boolean[] second, int permutations, RandomStream random) {
        int n = scores.length;
        int m = count(second);
        if (m == 0 || m == n) {
            return new RocArea(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 1);
        }
        double[] ranks = ranks(scores, all(n));
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += second[i] ? ranks[i] : 0;
        }
        double area = area(sum, m, n - m);
        return new RocArea(
                area,
                standardError(scores, second, ranks, area),
                end(area, m, n - m, 0),
                end(area, m, n - m, 1),
                pValue(ranks, m, sum, permutations, random));
    }

    /** The area nearest to an extreme whose own deviation still explains the one measured, by bisection. */
    private static double end(double area, int m, int others, double extreme) {
        double near = area;
        double far = extreme;
        for (int step = 0; step < BISECTIONS; step++) {
            double middle = (near + far) / 2;
            if (Math.abs(area - middle) <= TWO_SIDED_95 * deviation(middle, m, others)) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return near;
    }

    /** Deviation of the area measured where the true one is {@code area}, after Hanley and McNeil (Radiology 143, 1982). */
    private static double deviation(double area, int m, int others) {
        double more = (m + others) / 2.0 - 1;
        double factor = 1 + more * (1 - area) / (2 - area) + more * area / (1 + area);
        return Math.sqrt(area * (1 - area) * factor / ((double) m * others));
    }

    private static double area(double rankSum, int m, int others) {
        return (rankSum - m * (m + 1.0) / 2) / ((double) m * others);
    }

    /** Variance of the placements of each group in the other, over the group sizes. */
    private static double standardError(double[] scores, boolean[] second, double[] ranks, double area) {
        int[] own = IntStream.range(0, scores.length).filter(i -> second[i]).toArray();
        int[] others = IntStream.range(0, scores.length).filter(i -> !second[i]).toArray();
        return Math.sqrt(placementVariance(scores, own, ranks, others.length, area) / own.length
                + placementVariance(scores, others, ranks, own.length, 1 - area) / others.length);
    }

    private static double placementVariance(double[] scores, int[] own, double[] ranks, int others, double mean) {
        double[] ownRanks = ranks(scores, own);
        double squared = 0;
        for (int i = 0; i < own.length; i++) {
            double placement = (ranks[own[i]] - ownRanks[i]) / others;
            squared += (placement - mean) * (placement - mean);
        }
        return own.length < 2 ? 0.25 : squared / (own.length - 1);
    }

    private static double pValue(double[] ranks, int m, double sum, int permutations, RandomStream random) {
        double[] shuffled = ranks.clone();
        int reached = 0;
        for (int p = 0; p < permutations; p++) {
            double drawn = 0;
            for (int i = 0; i < m; i++) {
                int j = i + random.nextInt(shuffled.length - i);
                double swap = shuffled[i];
                shuffled[i] = shuffled[j];
                shuffled[j] = swap;
                drawn += shuffled[i];
            }
            if (drawn >= sum - 1e-9) {
                reached++;
            }
        }
        return (reached + 1.0) / (permutations + 1.0);
    }

    /** Mid-ranks from 1 of some of the scores, in the order of {@code rows}. */
    private static double[] ranks(double[] scores, int[] rows) {
        int[] order = IntStream.range(0, rows.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[rows[i]]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[rows.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && scores[rows[order[to]]] == scores[rows[order[from]]]) {
                to++;
            }
            for (int k = from; k < to; k++) {
                ranks[order[k]] = (from + to + 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    private static int[] all(int n) {
        return IntStream.range(0, n).toArray();
    }

    private static int count(boolean[] values) {
        int count = 0;
        for (boolean value : values) {
            count += value ? 1 : 0;
        }
        return count;
    }
}
