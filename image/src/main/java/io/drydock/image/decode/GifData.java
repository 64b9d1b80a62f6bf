package io.drydock.image.decode;

import io.drydock.core.error.ImageException;
import java.util.Arrays;

/** The codes of a GIF's frame (LZW): how many pixels they stand for. */
final class GifData {
    private static final int MOST_CODES = 4096;

    private GifData() {}

    /**
     * Checks that every pixel is there.
     *
     * @param start position of the code size, behind which the blocks follow, all of them there
     * @throws ImageException if pixels are missing or a code is none
     */
    static void requireWhole(FileBytes file, long start, int width, int height) {
        int startBits = file.u8(start);
        if (startBits < 1 || startBits > 11) {
            throw new ImageException("damaged: GIF with codes of " + startBits + " bits");
        }
        long wanted = (long) width * height;
        long pixels = pixels(new Codes(file, start + 1), startBits, wanted);
        if (pixels < wanted) {
            throw new ImageException("truncated: the GIF is cut off after " + pixels + " of " + wanted + " pixels");
        }
    }

    private static long pixels(Codes codes, int startBits, long wanted) {
        int clear = 1 << startBits;
        int[] lengths = new int[MOST_CODES];
        Arrays.fill(lengths, 0, clear, 1);
        int next = clear + 2;
        int bits = startBits + 1;
        int before = -1;
        long pixels = 0;
        while (pixels < wanted) {
            int code = codes.next(bits);
            if (code < 0 || code == clear + 1) {
                return pixels;
            }
            if (code == clear) {
                next = clear + 2;
                bits = startBits + 1;
                before = -1;
                continue;
            }
            if (code > next || (code == next && before < 0)) {
                return pixels;
            }
            if (before >= 0 && next < MOST_CODES) {
                lengths[next++] = lengths[before] + 1;
                bits += next == 1 << bits && bits < 12 ? 1 : 0;
            }
            pixels += lengths[code];
            before = code;
        }
        return pixels;
    }

    /** Codes out of the bytes of the blocks, lowest bits first. */
    private static final class Codes {
        private final FileBytes file;
        private long at;
        private int left;
        private int window;
        private int count;

        Codes(FileBytes file, long start) {
            this.file = file;
            this.at = start;
        }

        int next(int bits) {
            while (count < bits) {
                if (left == 0) {
                    left = file.u8(at++);
                    if (left == 0) {
                        at--;
                        return -1;
                    }
                }
                window |= file.u8(at++) << count;
                count += 8;
                left--;
            }
            int code = window & ((1 << bits) - 1);
            window >>>= bits;
            count -= bits;
            return code;
        }
    }
}
