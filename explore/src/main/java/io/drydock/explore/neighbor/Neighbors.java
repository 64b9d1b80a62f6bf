package io.drydock.explore.neighbor;

import io.drydock.explore.linear.Rows;
import java.util.stream.IntStream;

/**
 * The k nearest other rows of each row by cosine similarity, exact.
 *
 * @param indices [n][k] row numbers, nearest first
 * @param similarities [n][k] cosines in [-1, 1], falling
 */
public record Neighbors(int[][] indices, float[][] similarities) {
    private static final int BLOCK = BlockProducts.WIDTH;

    /**
     * Compares every row with every other.
     *
     * @param rows [n][d]
     * @param k neighbors wanted; at most n - 1 are given
     */
    public static Neighbors of(float[][] rows, int k) {
        return from(0, rows, k);
    }

    /**
     * Compares the rows from {@code first} on with every other; what is known of the rows before them may stay.
     *
     * @param rows [n][d]
     * @return neighbors of the rows from {@code first} on, [n - first][k]
     */
    public static Neighbors from(int first, float[][] rows, int k) {
        float[][] unit = Rows.normalized(rows);
        int n = rows.length;
        int kept = Math.min(k, n - 1);
        int[][] indices = new int[n - first][];
        float[][] similarities = new float[n - first][];
        int blocks = (n - first + BLOCK - 1) / BLOCK;
        IntStream.range(0, blocks).parallel().forEach(block -> {
            int from = first + block * BLOCK;
            int to = Math.min(n, from + BLOCK);
            Nearest[] nearest = new Nearest[to - from];
            for (int i = from; i < to; i++) {
                nearest[i - from] = new Nearest(kept);
            }
            BlockProducts products = new BlockProducts(unit, from, to);
            for (int j = 0; j < n; j++) {
                float[] cosines = products.with(unit[j]);
                for (int i = from; i < to; i++) {
                    if (i != j) {
                        nearest[i - from].offer(j, cosines[i - from]);
                    }
                }
            }
            for (int i = from; i < to; i++) {
                indices[i - first] = nearest[i - from].index;
                similarities[i - first] = nearest[i - from].similarity;
            }
        });
        return new Neighbors(indices, similarities);
    }

    public int size() {
        return indices.length;
    }

    /** The best k so far, kept sorted by insertion: k is small and most offers fail the first comparison. */
    private static final class Nearest {
        private final int[] index;
        private final float[] similarity;
        private int filled;

        Nearest(int k) {
            index = new int[k];
            similarity = new float[k];
        }

        void offer(int row, float value) {
            if (filled == index.length && (filled == 0 || value <= similarity[filled - 1])) {
                return;
            }
            int at = filled < index.length ? filled++ : filled - 1;
            while (at > 0 && similarity[at - 1] < value) {
                similarity[at] = similarity[at - 1];
                index[at] = index[at - 1];
                at--;
            }
            similarity[at] = value;
            index[at] = row;
        }
    }
}
