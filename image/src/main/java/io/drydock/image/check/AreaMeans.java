package io.drydock.image.check;

/** Shrinks one channel by the mean over each target pixel's area, borders weighted by their overlap. */
final class AreaMeans {
    private AreaMeans() {}

    /** The shrunk channel: [rows][columns], values in 0..255. */
    static float[] shrink(byte[] values, int height, int width, int rows, int columns) {
        float[] across = new float[height * columns];
        Spans horizontal = new Spans(width, columns);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < columns; x++) {
                float[] weights = horizontal.weights[x];
                int from = y * width + horizontal.first[x];
                float sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    sum += (values[from + i] & 0xFF) * weights[i];
                }
                across[y * columns + x] = sum;
            }
        }
        float[] small = new float[rows * columns];
        Spans vertical = new Spans(height, rows);
        for (int y = 0; y < rows; y++) {
            float[] weights = vertical.weights[y];
            for (int i = 0; i < weights.length; i++) {
                int from = (vertical.first[y] + i) * columns;
                for (int x = 0; x < columns; x++) {
                    small[y * columns + x] += weights[i] * across[from + x];
                }
            }
        }
        return small;
    }

    /** Which source positions each target position covers, and by what share. */
    private static final class Spans {
        private final int[] first;
        private final float[][] weights;

        Spans(int source, int target) {
            first = new int[target];
            weights = new float[target][];
            double step = (double) source / target;
            for (int i = 0; i < target; i++) {
                double start = i * step;
                double end = Math.min(source, start + step);
                first[i] = (int) start;
                int last = (int) Math.min(source - 1, Math.ceil(end) - 1);
                weights[i] = new float[last - first[i] + 1];
                for (int at = first[i]; at <= last; at++) {
                    double overlap = Math.min(at + 1, end) - Math.max(at, start);
                    weights[i][at - first[i]] = (float) (Math.max(0, overlap) / step);
                }
            }
        }
    }
}
