package io.drydock.explore.outlier;

import io.drydock.explore.neighbor.Neighbors;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How lonely each row is among its neighbors, held against its own group, so that a group of varied pictures is not all
 * called odd: the mean cosine distance to the nearest other rows, as robust deviations from the group's median (Iglewicz
 * and Hoaglin, 1993).
 *
 * @param distances [n] mean of 1 - cosine to the nearest rows, in [0, 2]
 * @param medians [n] median distance of each row's group
 * @param deviations [n] robust deviations of the logarithm of the distance from the group's median; above 0 = lonelier
 */
public record Outliers(double[] distances, double[] medians, double[] deviations) {
    /** Deviations from which a row is called an outlier, after Iglewicz and Hoaglin. */
    public static final double FAR = 3.5;

    /** Raised when results mean something else. */
    public static final int VERSION = 1;

    private static final double TO_DEVIATIONS = 1.4826;
    private static final double LEAST_SPREAD = 0.05;

    /**
     * Measures every row.
     *
     * @param neighbors of every row among all
     * @param groups [n] group of each row, from 0
     */
    public static Outliers of(Neighbors neighbors, int[] groups) {
        int n = neighbors.size();
        double[] distances = new double[n];
        for (int i = 0; i < n; i++) {
            distances[i] = distance(neighbors.similarities()[i]);
        }
        double[] medians = new double[n];
        double[] deviations = new double[n];
        int count = Arrays.stream(groups).max().orElse(-1) + 1;
        for (int g = 0; g < count; g++) {
            int group = g;
            int[] rows = IntStream.range(0, n).filter(i -> groups[i] == group).toArray();
            if (rows.length > 0) {
                measure(rows, distances, medians, deviations);
            }
        }
        return new Outliers(distances, medians, deviations);
    }

    /** Rows called outliers, the loneliest first. */
    public int[] far() {
        return IntStream.range(0, distances.length)
                .filter(i -> deviations[i] >= FAR)
                .boxed()
                .sorted((a, b) -> Double.compare(deviations[b], deviations[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** How suspect a row is, in [0, 1], low = suspect; .5 where outliers begin. */
    public double score(int row) {
        return deviations[row] <= FAR / 2 ? 1 : 0.5 * FAR / deviations[row];
    }

    private static double distance(float[] similarities) {
        double sum = 0;
        for (float similarity : similarities) {
            sum += 1 - similarity;
        }
        return similarities.length == 0 ? 0 : Math.max(0, sum / similarities.length);
    }

    private static void measure(int[] rows, double[] distances, double[] medians, double[] deviations) {
        double[] logs = Arrays.stream(rows)
                .mapToDouble(row -> Math.log(Math.max(1e-9, distances[row])))
                .toArray();
        double median = median(logs);
        double spread = TO_DEVIATIONS
                * median(Arrays.stream(logs).map(log -> Math.abs(log - median)).toArray());
        for (int i = 0; i < rows.length; i++) {
            medians[rows[i]] = Math.exp(median);
            deviations[rows[i]] = (logs[i] - median) / Math.max(LEAST_SPREAD, spread);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
