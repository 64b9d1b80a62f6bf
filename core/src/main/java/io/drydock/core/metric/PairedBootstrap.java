package io.drydock.core.metric;

import io.drydock.core.error.DataException;
import io.drydock.core.predict.Probabilities;
import java.util.Arrays;

/**
 * Two runs on the same images: every resample scores both, so what is hard for both cancels out.
 *
 * @param n images compared
 * @param first weighted F1 of the first run
 * @param second weighted F1 of the second run
 * @param difference second minus first
 * @param pValue two-sided: twice the share of resamples on the other side of no difference, at most 1
 * @param onlyFirstRight images that only the first run has right
 * @param onlySecondRight images that only the second run has right
 */
public record PairedBootstrap(
        int n,
        Measured first,
        Measured second,
        Measured difference,
        double pValue,
        int onlyFirstRight,
        int onlySecondRight) {
    /**
     * Compares with the default bootstrap.
     *
     * @param labels given class indexes, one a row of {@code first}
     */
    public static PairedBootstrap of(int[] labels, Probabilities first, Probabilities second) {
        return of(labels, first, second, Scores.DEFAULT_SEED, 2 * Scores.DEFAULT_RESAMPLES);
    }

    /**
     * Compares two runs; the second's rows are brought into the order of the first's.
     *
     * @throws DataException if they are not about the same images and classes, or about none
     */
    public static PairedBootstrap of(
            int[] labels, Probabilities first, Probabilities second, long seed, int resamples) {
        if (labels.length == 0
                || first.size() != second.size()
                || !first.codes().equals(second.codes())) {
            throw new DataException("Two runs are compared on the same images and classes: the first has "
                    + first.size() + " images and classes " + first.codes() + ", the second " + second.size() + " and "
                    + second.codes() + ".");
        }
        Probabilities aligned = second.select(first.images());
        int classes = first.codes().size();
        int[] cellsFirst = cells(labels, first);
        int[] cellsSecond = cells(labels, aligned);
        double[][] resampled = new double[3][resamples];
        int[] countsFirst = new int[classes * classes];
        int[] countsSecond = new int[classes * classes];
        new Bootstrap(labels.length, resamples, seed).run((b, drawn) -> {
            Arrays.fill(countsFirst, 0);
            Arrays.fill(countsSecond, 0);
            for (int image : drawn) {
                countsFirst[cellsFirst[image]]++;
                countsSecond[cellsSecond[image]]++;
            }
            resampled[0][b] = ConfusionMatrix.over(countsFirst, classes).weightedF1();
            resampled[1][b] = ConfusionMatrix.over(countsSecond, classes).weightedF1();
            resampled[2][b] = resampled[1][b] - resampled[0][b];
        });
        return compared(labels, cellsFirst, cellsSecond, classes, resampled);
    }

    private static PairedBootstrap compared(
            int[] labels, int[] cellsFirst, int[] cellsSecond, int classes, double[][] resampled) {
        int onlyFirst = 0;
        int onlySecond = 0;
        int[] countsFirst = new int[classes * classes];
        int[] countsSecond = new int[classes * classes];
        for (int i = 0; i < labels.length; i++) {
            countsFirst[cellsFirst[i]]++;
            countsSecond[cellsSecond[i]]++;
            boolean firstRight = cellsFirst[i] == labels[i] * classes + labels[i];
            boolean secondRight = cellsSecond[i] == labels[i] * classes + labels[i];
            onlyFirst += firstRight && !secondRight ? 1 : 0;
            onlySecond += secondRight && !firstRight ? 1 : 0;
        }
        double first = ConfusionMatrix.over(countsFirst, classes).weightedF1();
        double second = ConfusionMatrix.over(countsSecond, classes).weightedF1();
        long below = Arrays.stream(resampled[2]).filter(d -> d <= 0).count();
        long above = Arrays.stream(resampled[2]).filter(d -> d >= 0).count();
        double p = Math.min(1, 2.0 * (Math.min(below, above) + 1) / (resampled[2].length + 1));
        return new PairedBootstrap(
                labels.length,
                Bootstrap.interval(first, resampled[0]),
                Bootstrap.interval(second, resampled[1]),
                Bootstrap.interval(second - first, resampled[2]),
                p,
                onlyFirst,
                onlySecond);
    }

    private static int[] cells(int[] labels, Probabilities probabilities) {
        Losses.requireSameLength(labels, probabilities);
        int classes = probabilities.codes().size();
        int[] cells = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            cells[i] = labels[i] * classes + probabilities.predicted(i);
        }
        return cells;
    }
}
