package io.drydock.explore.cue;

import io.drydock.core.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well measures predict labels that were dealt out anew. The best of all measures is compared with the best of all, so
 * that looking at many does not raise the rate of false alarms (Westfall and Young, 1993, maxT).
 */
final class CuePermutations {
    private static final int PERMUTATIONS = 199;
    private static final double SMALLEST_DEVIATION = 1e-9;

    private final List<BinnedMeasure> measures;

    CuePermutations(List<BinnedMeasure> measures) {
        this.measures = measures;
    }

    /**
     * One for each measure.
     *
     * @param labels [n] as they are
     * @param told of each measure, by these labels
     */
    double[] pValues(int[] labels, List<Told> told, RandomStream random) {
        double[][][] drawn = new double[measures.size()][PERMUTATIONS][];
        for (int p = 0; p < PERMUTATIONS; p++) {
            int at = p;
            int[] dealt = IntStream.of(random.permutation(labels.length))
                    .map(i -> labels[i])
                    .toArray();
            IntStream.range(0, drawn.length)
                    .parallel()
                    .forEach(m -> drawn[m][at] = statistics(measures.get(m).told(dealt)));
        }
        double[] observed = new double[measures.size()];
        double[][] best = new double[measures.size()][];
        for (int m = 0; m < best.length; m++) {
            Scale accuracy = Scale.of(drawn[m], 0);
            Scale recall = Scale.of(drawn[m], 1);
            best[m] = Arrays.stream(drawn[m])
                    .mapToDouble(one -> Math.max(accuracy.of(one), recall.of(one)))
                    .toArray();
            double[] own = statistics(told.get(m));
            observed[m] = Math.max(accuracy.of(own), recall.of(own));
        }
        double[] bestOfAll = new double[PERMUTATIONS];
        Arrays.fill(bestOfAll, Double.NEGATIVE_INFINITY);
        for (double[] one : best) {
            for (int p = 0; p < PERMUTATIONS; p++) {
                bestOfAll[p] = Math.max(bestOfAll[p], one[p]);
            }
        }
        return Arrays.stream(observed)
                .map(own -> (1.0
                                + Arrays.stream(bestOfAll)
                                        .filter(one -> one >= own)
                                        .count())
                        / (PERMUTATIONS + 1))
                .toArray();
    }

    private static double[] statistics(Told told) {
        return new double[] {told.accuracy(), told.meanRecall()};
    }

    /** Mean and deviation of one statistic over the permutations. */
    private record Scale(int column, double mean, double deviation) {
        static Scale of(double[][] drawn, int column) {
            double mean = Arrays.stream(drawn)
                    .mapToDouble(one -> one[column])
                    .average()
                    .orElse(0);
            double squared = Arrays.stream(drawn)
                    .mapToDouble(one -> (one[column] - mean) * (one[column] - mean))
                    .average()
                    .orElse(0);
            return new Scale(column, mean, Math.sqrt(squared));
        }

        /** Deviations above the mean; none where the statistic never varies. */
        double of(double[] statistics) {
            return deviation < SMALLEST_DEVIATION ? 0 : (statistics[column] - mean) / deviation;
        }
    }
}
