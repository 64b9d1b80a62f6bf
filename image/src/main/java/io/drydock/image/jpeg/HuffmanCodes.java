package io.drydock.image.jpeg;

import io.drydock.core.error.ImageException;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;

/** One Huffman table of a JPEG (ITU T.81, annex C): codes of up to 8 bits by a lookup, longer ones by their length. */
final class HuffmanCodes {
    /** What {@link #read} gives for bits that are no code. */
    static final int NO_CODE = -1;

    private static final int LOOKUP_BITS = 8;
    private static final int LONGEST = 16;

    private final int[] lookup = new int[1 << LOOKUP_BITS];
    private final int[] lastCode = new int[LONGEST + 1];
    private final int[] valueOffset = new int[LONGEST + 1];
    private final int[] values;

    /**
     * A table.
     *
     * @param lengths number of codes of 1, 2, ... 16 bits
     * @param values symbols in the order of their codes
     * @throws ImageException if there are more codes than fit
     */
    HuffmanCodes(int[] lengths, int[] values) {
        this.values = values;
        int code = 0;
        int next = 0;
        for (int bits = 1; bits <= LONGEST; bits++) {
            int count = lengths[bits - 1];
            if (code + count > 1 << bits) {
                throw new ImageException("damaged: a JPEG Huffman table has more codes than fit");
            }
            valueOffset[bits] = next - code;
            for (int i = 0; i < count; i++, code++, next++) {
                if (bits <= LOOKUP_BITS) {
                    int first = code << (LOOKUP_BITS - bits);
                    for (int entry = first; entry < first + (1 << (LOOKUP_BITS - bits)); entry++) {
                        lookup[entry] = bits << 8 | values[next];
                    }
                }
            }
            lastCode[bits] = count == 0 ? -1 : code - 1;
            code <<= 1;
        }
    }

    /** One of the four tables of annex K, which a file without tables means. */
    static HuffmanCodes standard(JPEGHuffmanTable table) {
        int[] lengths = new int[LONGEST];
        short[] given = table.getLengths();
        for (int i = 0; i < given.length; i++) {
            lengths[i] = given[i];
        }
        int[] values = new int[table.getValues().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = table.getValues()[i];
        }
        return new HuffmanCodes(lengths, values);
    }

    /** The next symbol, or {@link #NO_CODE}. */
    int read(CodedBits bits) {
        int found = lookup[bits.peek(LOOKUP_BITS)];
        if (found != 0) {
            bits.skip(found >> 8);
            return found & 0xFF;
        }
        for (int length = LOOKUP_BITS + 1; length <= LONGEST; length++) {
            int code = bits.peek(length);
            if (code <= lastCode[length]) {
                bits.skip(length);
                return values[valueOffset[length] + code];
            }
        }
        bits.skip(LONGEST);
        return NO_CODE;
    }
}
