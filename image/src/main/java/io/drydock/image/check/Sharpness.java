package io.drydock.image.check;

/**
 * How much edge a picture has: it is shrunk by area means until its longer side is 64 pixels, and the standard
 * deviation of 8 x centre - its neighbours, cut to 0..255, is taken. A score to rank by, not to judge by: fog and
 * long lenses are soft too. Safe for use by many threads.
 */
public final class Sharpness {
    private static final int LONGER_SIDE = 64;

    private Sharpness() {}

    /** @param luma [height][width] unsigned bytes */
    static double of(byte[] luma, int height, int width) {
        double scale = Math.min(1, (double) LONGER_SIDE / Math.max(height, width));
        int rows = (int) Math.max(1, Math.round(height * scale));
        int columns = (int) Math.max(1, Math.round(width * scale));
        float[] small = AreaMeans.shrink(luma, height, width, rows, columns);
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int row = 1; row < rows - 1; row++) {
            for (int column = 1; column < columns - 1; column++) {
                double edge = edge(small, row * columns + column, columns);
                sum += edge;
                squares += edge * edge;
                count++;
            }
        }
        return count == 0 ? 0 : Math.sqrt(Math.max(0, squares / count - sum / count * (sum / count)));
    }

    private static double edge(float[] values, int at, int columns) {
        float around = values[at - columns - 1]
                + values[at - columns]
                + values[at - columns + 1]
                + values[at - 1]
                + values[at + 1]
                + values[at + columns - 1]
                + values[at + columns]
                + values[at + columns + 1];
        return Math.max(0, Math.min(255, 8 * values[at] - around));
    }
}
