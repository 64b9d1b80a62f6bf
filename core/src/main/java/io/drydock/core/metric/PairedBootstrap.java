package io.drydock.core.metric;

import io.drydock.core.error.DataException;
import io.drydock.core.predict.Probabilities;
import java.util.Arrays;

/**
 * Two runs on the same images: every draw scores both, so what is hard for both cancels out. The interval is a smoothed
 * bootstrap's: two runs that agree on every image seen may still differ on others, so it is no point.
 *
 * @param n images compared
 * @param first weighted F1 of the first run
 * @param second weighted F1 of the second run
 * @param difference second minus first; exactly 0 for one model compared with itself
 * @param pValue two-sided: twice the share of draws on the other side of no difference, at most 1
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
        Measured one = weighted(countsFirst, classes, seed, resamples);
        Measured other = weighted(countsSecond, classes, seed, resamples);
        PairedDraws.Difference difference = same(first, aligned)
                ? new PairedDraws.Difference(Measured.exactly(0), 1)
                : new PairedDraws(cellsFirst, cellsSecond, classes)
                        .difference(other.value() - one.value(), seed, resamples);
        return new PairedBootstrap(
                labels.length, one, other, difference.measured(), difference.pValue(), onlyFirst, onlySecond);
    }

    private static Measured weighted(int[] counts, int classes, long seed, int draws) {
        return new ConfusionDraws(ConfusionMatrix.over(counts, classes))
                .intervals(seed, draws)
                .weighted();
    }

    /** Whether both say exactly the same of every image: one model twice, which cannot differ on any other image either. */
    private static boolean same(Probabilities first, Probabilities second) {
        for (int i = 0; i < first.size(); i++) {
            if (!Arrays.equals(first.row(i), second.row(i))) {
                return false;
            }
        }
        return true;
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
