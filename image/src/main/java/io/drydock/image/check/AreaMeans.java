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
                float sum = 0;
                for (int from = horizontal.first[x]; from <= horizontal.last[x]; from++) {
                    sum += (values[y * width + from] & 0xFF) * horizontal.weight(x, from);
                }
                across[y * columns + x] = sum;
            }
        }
        float[] small = new float[rows * columns];
        Spans vertical = new Spans(height, rows);
        for (int y = 0; y < rows; y++) {
            for (int from = vertical.first[y]; from <= vertical.last[y]; from++) {
                float weight = vertical.weight(y, from);
                for (int x = 0; x < columns; x++) {
                    small[y * columns + x] += weight * across[from * columns + x];
                }
            }
        }
        return small;
    }

    /** Which source positions each target position covers. */
    private static final class Spans {
        private final int[] first;
        private final int[] last;
        private final float[] start;
        private final float step;

        Spans(int source, int target) {
            first = new int[target];
            last = new int[target];
            start = new float[target];
            step = (float) source / target;
            for (int i = 0; i < target; i++) {
                start[i] = i * step;
                first[i] = (int) start[i];
                last[i] = (int) Math.min(source - 1, Math.ceil(start[i] + step) - 1);
            }
        }

        float weight(int target, int from) {
            float overlap = Math.min(from + 1, start[target] + step) - Math.max(from, start[target]);
            return Math.max(0, overlap) / step;
        }
    }
}
