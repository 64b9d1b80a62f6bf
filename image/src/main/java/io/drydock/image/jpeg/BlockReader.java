package io.drydock.image.jpeg;

/**
 * Reads the codes of one block at a time without computing its coefficients: all of them in a sequential frame, one band
 * and bit in a progressive one (ITU T.81, annexes F and G). For one thread at a time.
 */
final class BlockReader {
    private static final int LAST = JpegComponent.COEFFICIENTS - 1;
    private static final int MOST_DC_BITS = 15;
    private static final int RUN_OF_ZEROS = 15;

    private final JpegScan scan;
    private final CodedBits bits;
    private final boolean progressive;
    private int endOfBandRun;

    BlockReader(JpegScan scan, CodedBits bits, boolean progressive) {
        this.scan = scan;
        this.bits = bits;
        this.progressive = progressive;
    }

    /** Forgets what the blocks before a restart said. */
    void restart() {
        endOfBandRun = 0;
    }

    /** Whether the next block's codes are valid. */
    boolean read(JpegComponent component, int block, HuffmanCodes dc, HuffmanCodes ac) {
        if (!progressive) {
            return mean(dc) && band(ac, 1, LAST);
        }
        if (scan.first() == 0) {
            return scan.highBit() == 0 ? mean(dc) : bits.read(1) >= 0;
        }
        return scan.highBit() == 0 ? firstBand(component, block, ac) : refinedBand(component, block, ac);
    }

    private boolean mean(HuffmanCodes codes) {
        int size = codes.read(bits);
        if (size < 0 || size > MOST_DC_BITS) {
            return false;
        }
        bits.skip(size);
        return true;
    }

    private boolean band(HuffmanCodes codes, int first, int last) {
        for (int k = first; k <= last; k++) {
            int symbol = codes.read(bits);
            int run = symbol >> 4;
            int size = symbol & 15;
            if (symbol < 0) {
                return false;
            }
            if (size == 0 && run != RUN_OF_ZEROS) {
                return true;
            }
            k += run;
            bits.skip(size);
            if (k > last) {
                return size == 0;
            }
        }
        return true;
    }

    private boolean firstBand(JpegComponent component, int block, HuffmanCodes codes) {
        if (endOfBandRun > 0) {
            endOfBandRun--;
            return true;
        }
        for (int k = scan.first(); k <= scan.last(); k++) {
            int symbol = codes.read(bits);
            int run = symbol >> 4;
            int size = symbol & 15;
            if (symbol < 0) {
                return false;
            }
            if (size == 0 && run != RUN_OF_ZEROS) {
                endOfBandRun = (1 << run) + bits.read(run) - 1;
                return true;
            }
            k += run;
            bits.skip(size);
            if (size > 0 && k <= scan.last()) {
                component.nonZero[block] |= 1L << k;
            } else if (size > 0) {
                return false;
            }
        }
        return true;
    }

    private boolean refinedBand(JpegComponent component, int block, HuffmanCodes codes) {
        int k = scan.first();
        while (endOfBandRun == 0 && k <= scan.last()) {
            int symbol = codes.read(bits);
            int run = symbol >> 4;
            int size = symbol & 15;
            if (symbol < 0 || size > 1) {
                return false;
            }
            if (size == 0 && run != RUN_OF_ZEROS) {
                endOfBandRun = (1 << run) + bits.read(run);
                break;
            }
            bits.skip(size);
            k = pastZeros(component, block, k, run);
            if (size > 0 && k > scan.last()) {
                return false;
            }
            if (size > 0) {
                component.nonZero[block] |= 1L << k;
            }
            k++;
        }
        if (endOfBandRun > 0) {
            pastZeros(component, block, k, Integer.MAX_VALUE);
            endOfBandRun--;
        }
        return true;
    }

    /** Skips a run of coefficients that are still 0, and one correction bit of each other on the way. */
    private int pastZeros(JpegComponent component, int block, int start, int zeros) {
        int left = zeros;
        for (int k = start; k <= scan.last(); k++) {
            if ((component.nonZero[block] >>> k & 1) == 1) {
                bits.skip(1);
            } else if (--left < 0) {
                return k;
            }
        }
        return scan.last() + 1;
    }
}
