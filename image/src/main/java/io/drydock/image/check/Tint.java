package io.drydock.image.check;

/**
 * How much color varies at equal brightness. A sepia print, or a gray picture seen through a filter, has one color for
 * each brightness, however strong it is. For one thread at a time.
 */
final class Tint {
    private static final int BINS = 32;

    private final int[] counts = new int[BINS];
    private final long[] blue = new long[BINS];
    private final long[] red = new long[BINS];
    private final long[] squares = new long[BINS];

    /** Counts a pixel of luma {@code y}. */
    void add(int y, int r, int b) {
        int bin = y >> 3;
        int toBlue = b - y;
        int toRed = r - y;
        counts[bin]++;
        blue[bin] += toBlue;
        red[bin] += toRed;
        squares[bin] += (long) toBlue * toBlue + (long) toRed * toRed;
    }

    /** Root mean square of the distance from the mean color of the same brightness, in levels of 0..255. */
    double spread() {
        double sum = 0;
        long total = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                double mean = ((double) blue[bin] * blue[bin] + (double) red[bin] * red[bin]) / counts[bin];
                sum += Math.max(0, squares[bin] - mean);
                total += counts[bin];
            }
        }
        return total == 0 ? 0 : Math.sqrt(sum / total);
    }
}
