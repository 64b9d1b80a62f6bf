package io.drydock.explore.shift;

import io.drydock.core.random.RandomStream;
import io.drydock.core.statistic.RocArea;
import io.drydock.explore.linear.LogisticRegression;
import java.util.stream.IntStream;

/**
 * Classifier two-sample test (Lopez-Paz and Oquab, arXiv:1610.06545): each half of the rows is told apart by a regression
 * fitted on the other half. When it cannot do better than chance, the two samples look alike to it.
 *
 * @param area chance that a row of the second sample scores above one of the first, mean of both halves; .5 = alike
 * @param low lower end of the 95 % interval of the area; the two halves' errors are added up, as if they always went
 *     together, which they nearly do where the samples are alike: each half's regression is fitted on the other half's chance
 *     differences
 * @param high upper end of it
 * @param pValue chance of an area this large were the samples alike: twice the smaller of the two halves' permutation
 *     p-values, which holds whatever the dependence between halves; in (0, 1]
 * @param likeness [n] how much each row looks like the second sample, by the regression that did not see it, were both
 *     samples of equal size; in [0, 1]
 */
public record TwoSampleTest(double area, double low, double high, double pValue, double[] likeness) {
    private static final double PENALTY = 1e-3;
    private static final int PERMUTATIONS = 9_999;
    private static final double TWO_SIDED_95 = 1.959964;
    private static final double NOTABLE_AREA = 0.55;
    private static final double LEVEL = 0.01;

    /**
     * Compares.
     *
     * @param rows [n][d], scaled so that no coordinate has a deviation far above 1
     * @param second [n] whether each row is of the second sample; both need at least four rows
     * @param seed draws the halves and the permutations
     */
    public static TwoSampleTest of(float[][] rows, boolean[] second, long seed) {
        boolean[] half = halves(second, seed);
        double[] likeness = new double[rows.length];
        RocArea[] areas = new RocArea[2];
        IntStream.range(0, 2).parallel().forEach(h -> areas[h] = judged(rows, second, half, h == 1, likeness, seed));
        double area = (areas[0].area() + areas[1].area()) / 2;
        double error = (error(areas[0], second, half, false) + error(areas[1], second, half, true)) / 2;
        return new TwoSampleTest(
                area,
                Math.max(0, area - TWO_SIDED_95 * error),
                Math.min(1, area + TWO_SIDED_95 * error),
                Math.min(1, 2 * Math.min(areas[0].pValue(), areas[1].pValue())),
                likeness);
    }

    /** Whether the samples differ, beyond chance and by enough to matter. */
    public boolean notable() {
        return pValue < LEVEL && area >= NOTABLE_AREA;
    }

    /**
     * Standard error of a half's area: the larger of DeLong's and that of Hanley and McNeil (1982) at an area with one more
     * row of the smaller sample on either side, so that an area of 1 in few rows is not taken to be exact.
     */
    private static double error(RocArea area, boolean[] second, boolean[] half, boolean judged) {
        int[] sizes = new int[2];
        for (int i = 0; i < second.length; i++) {
            if (half[i] == judged) {
                sizes[second[i] ? 1 : 0]++;
            }
        }
        double fewer = Math.min(sizes[0], sizes[1]);
        double a = (Math.max(area.area(), 1 - area.area()) * fewer + 1) / (fewer + 2);
        double rowsOfOne = a / (2 - a) - a * a;
        double rowsOfOther = 2 * a * a / (1 + a) - a * a;
        double variance = (a * (1 - a)
                        + (sizes[0] - 1) * Math.max(rowsOfOne, rowsOfOther)
                        + (sizes[1] - 1) * Math.min(rowsOfOne, rowsOfOther))
                / ((double) sizes[0] * sizes[1]);
        return Math.max(area.standardError(), Math.sqrt(variance));
    }

    /** Every second row of each sample in random order, so that both halves hold the same shares. */
    private static boolean[] halves(boolean[] second, long seed) {
        boolean[] half = new boolean[second.length];
        int[] seen = new int[2];
        for (int row : RandomStream.of(seed, "two-sample halves").permutation(second.length)) {
            half[row] = seen[second[row] ? 1 : 0]++ % 2 == 1;
        }
        return half;
    }

    private static RocArea judged(
            float[][] rows, boolean[] second, boolean[] half, boolean judge, double[] likeness, long seed) {
        int[] seen =
                IntStream.range(0, rows.length).filter(i -> half[i] != judge).toArray();
        int[] unseen =
                IntStream.range(0, rows.length).filter(i -> half[i] == judge).toArray();
        LogisticRegression model = LogisticRegression.fit(
                IntStream.of(seen).mapToObj(i -> rows[i]).toArray(float[][]::new),
                IntStream.of(seen).map(i -> second[i] ? 1 : 0).toArray(),
                2,
                PENALTY);
        double share = IntStream.of(seen).filter(i -> second[i]).count() / (double) seen.length;
        double[] scores = new double[unseen.length];
        boolean[] truth = new boolean[unseen.length];
        for (int k = 0; k < unseen.length; k++) {
            double p = model.probabilities(rows[unseen[k]])[1];
            double evened = p / share / (p / share + (1 - p) / (1 - share));
            likeness[unseen[k]] = evened;
            scores[k] = p;
            truth[k] = second[unseen[k]];
        }
        return RocArea.of(scores, truth, PERMUTATIONS, RandomStream.of(seed, "two-sample test", judge ? 1 : 0));
    }
}
