package io.drydock.image.check;

/**
 * Bars of one color that frame a picture: on two opposite sides at least, alike on both, and cut off sharply, which tells
 * them from a bright sky. Safe for use by many threads.
 */
final class Border {
    /** How far values of a bar may lie from its mean, as compression leaves them. */
    private static final int NOISE = 8;

    private static final int CUT = 14;
    private static final int ALIKE = 10;
    private static final double LONGEST = 0.4;
    private static final double STRAY = 0.03;
    private static final double CHANGED = 0.5;
    private static final int THINNEST = 2;

    private final byte[] luma;
    private final int height;
    private final int width;

    private Border(byte[] luma, int height, int width) {
        this.luma = luma;
        this.height = height;
        this.width = width;
    }

    /** Share of the picture that bars take, in [0, 1). */
    static double share(byte[] luma, int height, int width) {
        Border border = new Border(luma, height, width);
        int rows = border.both(true, 0, width);
        int columns = border.both(false, rows / 2, height - rows / 2);
        return 1 - (double) (height - rows) * (width - columns) / ((double) height * width);
    }

    /** Lines that bars take on both ends; 0 unless both ends have one of the same color. */
    private int both(boolean rows, int from, int to) {
        int lines = rows ? height : width;
        int first = depth(rows, 0, 1, from, to, lines);
        int last = first == 0 ? 0 : depth(rows, lines - 1, -1, from, to, lines);
        if (first == 0 || last == 0) {
            return 0;
        }
        double difference = mean(rows, 0, from, to) - mean(rows, lines - 1, from, to);
        return Math.abs(difference) <= ALIKE ? first + last : 0;
    }

    private int depth(boolean rows, int start, int step, int from, int to, int lines) {
        double color = mean(rows, start, from, to);
        int most = (int) (LONGEST * lines);
        int depth = 0;
        while (depth < most && far(rows, start + depth * step, from, to, color, NOISE) <= STRAY) {
            depth++;
        }
        // The line beside the picture may hold ringing, so the one after it tells whether there is a cut.
        int beyond = start + Math.min(lines - 1, depth + 1) * step;
        boolean cut = depth < most && far(rows, beyond, from, to, color, CUT) >= CHANGED;
        return depth >= THINNEST && cut ? depth : 0;
    }

    private double mean(boolean rows, int line, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += at(rows, line, i);
        }
        return (double) sum / Math.max(1, to - from);
    }

    /** Share of a line's values further than {@code distance} from a color. */
    private double far(boolean rows, int line, int from, int to, double color, int distance) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (Math.abs(at(rows, line, i) - color) > distance) {
                count++;
            }
        }
        return (double) count / Math.max(1, to - from);
    }

    private int at(boolean rows, int line, int position) {
        return luma[rows ? line * width + position : position * width + line] & 0xFF;
    }
}
