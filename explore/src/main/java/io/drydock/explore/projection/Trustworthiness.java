package io.drydock.explore.projection;

import io.drydock.explore.linear.Rows;
import java.util.stream.IntStream;

/** How many of a map's neighbors are neighbors in the original space (Venna and Kaski, 2001). */
public final class Trustworthiness {
    private Trustworthiness() {}

    /**
     * Measures a map.
     *
     * @param rows [n][d] original, compared by cosine distance
     * @param map [n][2]
     * @param k neighbors looked at, below n / 2
     * @param sample every how many-th row is measured, 1 for all
     * @return in [0, 1], 1 when no map neighbor is an intruder
     */
    public static double of(float[][] rows, double[][] map, int k, int sample) {
        float[][] unit = Rows.normalized(rows);
        int n = rows.length;
        int measured = (n + sample - 1) / sample;
        double penalty = IntStream.range(0, measured)
                .parallel()
                .mapToDouble(s -> penaltyOf(unit, map, s * sample, k))
                .sum();
        return 1 - 2 * penalty / ((double) measured * k * (2.0 * n - 3.0 * k - 1));
    }

    private static double penaltyOf(float[][] unit, double[][] map, int i, int k) {
        int n = unit.length;
        float[] similarity = new float[n];
        double[] distance = new double[n];
        for (int j = 0; j < n; j++) {
            similarity[j] = Rows.dot(unit[i], unit[j]);
            distance[j] = Math.hypot(map[i][0] - map[j][0], map[i][1] - map[j][1]);
        }
        distance[i] = Double.POSITIVE_INFINITY;
        double penalty = 0;
        for (int round = 0; round < k; round++) {
            int nearest = 0;
            for (int j = 1; j < n; j++) {
                if (distance[j] < distance[nearest]) {
                    nearest = j;
                }
            }
            distance[nearest] = Double.POSITIVE_INFINITY;
            int rank = 1;
            for (int j = 0; j < n; j++) {
                if (j != i && similarity[j] > similarity[nearest]) {
                    rank++;
                }
            }
            penalty += Math.max(0, rank - k);
        }
        return penalty;
    }
}
