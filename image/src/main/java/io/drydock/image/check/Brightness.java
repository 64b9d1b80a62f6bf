package io.drydock.image.check;

/** Perceived brightness of a color: sqrt(.241 R2 + .691 G2 + .068 B2), in {@link #LEVELS} steps from 0 to 1. */
final class Brightness {
    /** Steps from black to white. */
    static final int LEVELS = 1021;

    private static final int SQUARES = 255 * 255;
    /** Squares that share an entry, so that the table stays in the first-level cache. */
    private static final int STEP = 8;

    private static final short[] LEVEL_OF_SQUARE = levels();

    private Brightness() {}

    static int level(int r, int g, int b) {
        return LEVEL_OF_SQUARE[(241 * r * r + 691 * g * g + 68 * b * b + 500) / (1000 * STEP)];
    }

    private static short[] levels() {
        short[] levels = new short[SQUARES / STEP + 1];
        for (int entry = 0; entry < levels.length; entry++) {
            double square = Math.min(SQUARES, entry == 0 ? 0 : (entry + 0.5) * STEP);
            levels[entry] = (short) Math.round(Math.sqrt(square / SQUARES) * (LEVELS - 1));
        }
        return levels;
    }
}
