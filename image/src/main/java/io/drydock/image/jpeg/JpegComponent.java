package io.drydock.image.jpeg;

import java.util.Arrays;

/** One color component of a frame and how much of it has been read. For one thread at a time. */
final class JpegComponent {
    static final int COEFFICIENTS = 64;
    private static final int BLOCK = 8;

    /** What a coefficient's bits are before its first scan. */
    private static final int UNSENT = -1;

    final int id;
    final int across;
    final int down;

    /** Blocks that the picture needs, as a scan of this component alone holds them. */
    final int blockColumns;

    final int blockRows;

    /** Blocks a row with those that fill the last unit of an interleaved scan. */
    final int stride;

    /** Bit k of a block's number: coefficient k, in zigzag order, is not 0. */
    final long[] nonZero;

    /** Lowest bit of each coefficient that was sent so far. */
    private final int[] lowestBit = new int[COEFFICIENTS];

    /** Share of the blocks that the last scan of each coefficient held, in [0, 1]. */
    private final double[] share = new double[COEFFICIENTS];

    private double seenArea;

    JpegComponent(int id, int across, int down, JpegFrame frame, boolean keepsHistory) {
        this.id = id;
        this.across = across;
        this.down = down;
        this.blockColumns = ceil(ceil(frame.width() * across, frame.mostAcross()), BLOCK);
        this.blockRows = ceil(ceil(frame.height() * down, frame.mostDown()), BLOCK);
        this.stride = frame.unitColumns() * across;
        this.nonZero = new long[keepsHistory ? stride * frame.unitRows() * down : 0];
        Arrays.fill(lowestBit, UNSENT);
    }

    static int ceil(int value, int divisor) {
        return (value + divisor - 1) / divisor;
    }

    int blocks() {
        return blockColumns * blockRows;
    }

    /** Whether a scan may follow on the earlier ones; decoders warn of those that may not. */
    boolean expects(JpegScan scan) {
        boolean expected = scan.first() == 0 || lowestBit[0] != UNSENT;
        for (int k = scan.first(); k <= scan.last(); k++) {
            expected &= scan.highBit() == Math.max(0, lowestBit[k]);
        }
        return expected;
    }

    /** Notes how much of a scan was there. */
    void received(JpegScan scan, double part) {
        seenArea = scan.first() == 0 && lowestBit[0] == UNSENT ? part : seenArea;
        for (int k = scan.first(); k <= scan.last(); k++) {
            share[k] = lowestBit[k] == UNSENT ? part : Math.min(share[k], part);
            lowestBit[k] = scan.lowBit();
        }
    }

    /** Share of the blocks of which not even the mean color is there, in [0, 1]. */
    double missingArea() {
        return 1 - seenArea;
    }

    /** Share of all coefficients, to their last bit, that is not there, in [0, 1]. */
    double missingDetail() {
        double there = 0;
        for (int k = 0; k < COEFFICIENTS; k++) {
            there += lowestBit[k] == 0 ? share[k] : 0;
        }
        return 1 - there / COEFFICIENTS;
    }
}
