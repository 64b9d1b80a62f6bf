package io.drydock.explore.neighbor;

import java.util.Arrays;

/**
 * Inner products of one row with a block of rows at once. The block lies column by column, each column an array of its
 * own, so that the sums of all its rows grow side by side and the compiler can use the processor's wide registers. For
 * one thread at a time.
 */
final class BlockProducts {
    /** Rows that a block holds at most. */
    static final int WIDTH = 64;

    private static final int STEP = 4;

    private final float[][] columns;
    private final float[] sums = new float[WIDTH];

    /** @param rows [n][d], of which {@code from} to {@code to} - 1 are the block */
    BlockProducts(float[][] rows, int from, int to) {
        int width = rows[from].length;
        columns = new float[(width + STEP - 1) / STEP * STEP][WIDTH];
        for (int i = from; i < to; i++) {
            for (int d = 0; d < width; d++) {
                columns[d][i - from] = rows[i][d];
            }
        }
    }

    /** With each row of the block; the array is used again by the next call. */
    float[] with(float[] row) {
        Arrays.fill(sums, 0);
        int whole = row.length / STEP * STEP;
        for (int d = 0; d < whole; d += STEP) {
            add(row, d, d);
        }
        if (whole < row.length) {
            add(Arrays.copyOfRange(row, whole, whole + STEP), 0, whole);
        }
        return sums;
    }

    private void add(float[] row, int d, int column) {
        WeightedSum.add(
                sums,
                row[d],
                columns[column],
                row[d + 1],
                columns[column + 1],
                row[d + 2],
                columns[column + 2],
                row[d + 3],
                columns[column + 3]);
    }
}
