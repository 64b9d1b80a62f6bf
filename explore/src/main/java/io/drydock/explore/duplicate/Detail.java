package io.drydock.explore.duplicate;

/** What is fine in a gray square: each value less the mean around it. Safe for use by many threads. */
final class Detail {
    private static final int RADIUS = 2;

    private Detail() {}

    /** NaN wherever a value in the neighborhood is NaN or outside. */
    static float[] of(float[] values, int side) {
        int window = 2 * RADIUS + 1;
        float[] across = new float[values.length];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                float sum = 0;
                for (int c = column - RADIUS; c <= column + RADIUS; c++) {
                    sum += c < 0 || c >= side ? Float.NaN : values[row * side + c];
                }
                across[row * side + column] = sum;
            }
        }
        float[] detail = new float[values.length];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                float sum = 0;
                for (int r = row - RADIUS; r <= row + RADIUS; r++) {
                    sum += r < 0 || r >= side ? Float.NaN : across[r * side + column];
                }
                int at = row * side + column;
                detail[at] = values[at] - sum / (window * window);
            }
        }
        return detail;
    }
}
