package io.drydock.explore.outlier;

import io.drydock.explore.linear.Rows;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How lonely each row is among its neighbors, held against its own group, so that a group of varied pictures is not all
 * called odd: the mean distance to the ten nearest other rows, as robust deviations from the group's median (Iglewicz
 * and Hoaglin, 1993). The distance is Euclidean, since by cosine an ordinary row near the middle of all has no direction, and
 * so no neighbor.
 *
 * @param distances [n] mean Euclidean distance to the nearest rows, at least 0
 * @param medians [n] median distance of each row's group
 * @param deviations [n] robust deviations of the logarithm of the distance from the group's median; above 0 = lonelier
 */
public record Outliers(double[] distances, double[] medians, double[] deviations) {
    /** Deviations from which a row is called an outlier: about one in a hundred of a set whose groups spread evenly. */
    public static final double FAR = 2.5;

    /** Raised when results mean something else. */
    public static final int VERSION = 1;

    private static final int NEAREST = 10;
    private static final double TO_DEVIATIONS = 1.4826;
    private static final double LEAST_SPREAD = 0.05;

    /**
     * Measures every row.
     *
     * @param rows [n][d], such as leading principal components
     * @param groups [n] group of each row, from 0
     */
    public static Outliers of(float[][] rows, int[] groups) {
        int n = rows.length;
        double[] distances = distances(rows);
        double[] medians = new double[n];
        double[] deviations = new double[n];
        int count = Arrays.stream(groups).max().orElse(-1) + 1;
        for (int g = 0; g < count; g++) {
            int group = g;
            int[] members =
                    IntStream.range(0, n).filter(i -> groups[i] == group).toArray();
            if (members.length > 0) {
                measure(members, distances, medians, deviations);
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

    private static double[] distances(float[][] rows) {
        int n = rows.length;
        double[] distances = new double[n];
        if (n < 2) {
            return distances;
        }
        float[][] columns = new float[rows[0].length][n];
        float[] squares = new float[n];
        for (int i = 0; i < n; i++) {
            squares[i] = Rows.dot(rows[i], rows[i]);
            for (int d = 0; d < columns.length; d++) {
                columns[d][i] = rows[i][d];
            }
        }
        IntStream.range(0, n).parallel().forEach(i -> {
            float[] products = new float[n];
            Rows.accumulate(products, rows[i], columns);
            float[] nearest = new float[Math.min(NEAREST, n - 1)];
            Arrays.fill(nearest, Float.POSITIVE_INFINITY);
            for (int j = 0; j < n; j++) {
                float squared = squares[i] + squares[j] - 2 * products[j];
                if (j != i && squared < nearest[nearest.length - 1]) {
                    insert(nearest, squared);
                }
            }
            double sum = 0;
            for (float squared : nearest) {
                sum += Math.sqrt(Math.max(0, squared));
            }
            distances[i] = sum / nearest.length;
        });
        return distances;
    }

    /** Puts a value into rising order in place of the largest. */
    private static void insert(float[] rising, float value) {
        int at = rising.length - 1;
        while (at > 0 && rising[at - 1] > value) {
            rising[at] = rising[at - 1];
            at--;
        }
        rising[at] = value;
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
