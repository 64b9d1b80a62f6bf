package io.drydock.explore.projection;

import io.drydock.explore.neighbor.Neighbors;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The symmetric fuzzy neighbor graph of UMAP (McInnes, Healy and Melville, arXiv:1802.03426, sections 3.1-3.2).
 *
 * @param from [edges] row numbers
 * @param to [edges] row numbers
 * @param weight [edges] membership strengths in (0, 1]
 */
record FuzzyGraph(int[] from, int[] to, float[] weight) {
    private static final int SEARCH_STEPS = 64;

    static FuzzyGraph of(Neighbors neighbors) {
        int n = neighbors.size();
        Map<Long, Float> directed = new HashMap<>();
        for (int i = 0; i < n; i++) {
            float[] similarities = neighbors.similarities()[i];
            double nearest = similarities.length == 0 ? 0 : Math.max(0, 1 - similarities[0]);
            double scale = scale(similarities, nearest);
            for (int k = 0; k < similarities.length; k++) {
                double distance = Math.max(0, 1 - similarities[k] - nearest);
                directed.put((long) i * n + neighbors.indices()[i][k], (float) Math.exp(-distance / scale));
            }
        }
        Map<Long, Float> union = new TreeMap<>();
        directed.forEach((edge, weight) -> {
            long i = edge / n;
            long j = edge % n;
            float back = directed.getOrDefault(j * n + i, 0f);
            union.put(Math.min(i, j) * n + Math.max(i, j), weight + back - weight * back);
        });
        int[] from = new int[union.size()];
        int[] to = new int[union.size()];
        float[] weights = new float[union.size()];
        int at = 0;
        for (Map.Entry<Long, Float> edge : union.entrySet()) {
            from[at] = (int) (edge.getKey() / n);
            to[at] = (int) (edge.getKey() % n);
            weights[at++] = edge.getValue();
        }
        return new FuzzyGraph(from, to, weights);
    }

    int edges() {
        return from.length;
    }

    /** The width at which the memberships of a row's neighbors sum to log2(k), by bisection. */
    private static double scale(float[] similarities, double nearest) {
        double target = Math.log(Math.max(2, similarities.length)) / Math.log(2);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double scale = 1;
        for (int step = 0; step < SEARCH_STEPS; step++) {
            double sum = 0;
            for (float similarity : similarities) {
                sum += Math.exp(-Math.max(0, 1 - similarity - nearest) / scale);
            }
            if (sum > target) {
                high = scale;
                scale = (low + high) / 2;
            } else {
                low = scale;
                scale = Double.isInfinite(high) ? scale * 2 : (low + high) / 2;
            }
        }
        return Math.max(scale, 1e-6);
    }
}
