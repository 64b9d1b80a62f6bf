package io.drydock.explore.neighbor;

import java.util.Arrays;

/**
 * Inner products of one row with a block of rows at once. The block lies column by column, so that the sums of all its
 * rows grow side by side and the compiler can use the processor's wide registers. For one thread at a time.
 */
final class BlockProducts {
    /** Rows that a block holds at most. */
    static final int WIDTH = 64;

    private static final int STEP = 8;

    private final float[] columns;
    private final float[] sums = new float[WIDTH];
    private final int dimensions;

    /** @param rows [n][d], of which {@code from} to {@code to} - 1 are the block */
    BlockProducts(float[][] rows, int from, int to) {
        int width = rows[from].length;
        dimensions = (width + STEP - 1) / STEP * STEP;
        columns = new float[dimensions * WIDTH];
        for (int i = from; i < to; i++) {
            for (int d = 0; d < width; d++) {
                columns[d * WIDTH + i - from] = rows[i][d];
            }
        }
    }

    /** With each row of the block; the array is used again by the next call. */
    float[] with(float[] row) {
        Arrays.fill(sums, 0);
        int whole = row.length / STEP * STEP;
        for (int d = 0; d < whole; d += STEP) {
            add(row, d, columns, d * WIDTH, sums);
        }
        if (whole < row.length) {
            add(Arrays.copyOfRange(row, whole, whole + STEP), 0, columns, whole * WIDTH, sums);
        }
        return sums;
    }

    private static void add(float[] row, int d, float[] columns, int at, float[] sums) {
        float a = row[d];
        float b = row[d + 1];
        float c = row[d + 2];
        float e = row[d + 3];
        float f = row[d + 4];
        float g = row[d + 5];
        float h = row[d + 6];
        float k = row[d + 7];
        for (int j = 0; j < WIDTH; j++) {
            sums[j] += a * columns[at + j]
                    + b * columns[at + WIDTH + j]
                    + c * columns[at + 2 * WIDTH + j]
                    + e * columns[at + 3 * WIDTH + j]
                    + f * columns[at + 4 * WIDTH + j]
                    + g * columns[at + 5 * WIDTH + j]
                    + h * columns[at + 6 * WIDTH + j]
                    + k * columns[at + 7 * WIDTH + j];
        }
    }
}
