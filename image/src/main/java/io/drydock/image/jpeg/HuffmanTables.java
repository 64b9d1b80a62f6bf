package io.drydock.image.jpeg;

import io.drydock.core.error.ImageException;
import java.util.Map;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;

/** The Huffman tables of a file by class (16 for coefficients, 0 for mean colors) and number, as a table segment names them. */
final class HuffmanTables {
    private static final int AC = 16;
    private static final int LENGTHS = 16;

    private HuffmanTables() {}

    /**
     * Reads a table segment.
     *
     * @throws ImageException if a table is cut off or has too many codes
     */
    static void read(byte[] file, int start, int end, Map<Integer, HuffmanCodes> tables) {
        int at = start;
        while (at < end) {
            int name = file[at] & 0xFF;
            int count = 0;
            int[] lengths = new int[LENGTHS];
            for (int i = 0; i < LENGTHS && at + 1 + i < end; i++) {
                lengths[i] = file[at + 1 + i] & 0xFF;
                count += lengths[i];
            }
            at += 1 + LENGTHS;
            if (at + count > end || (name & 0xEC) != 0) {
                throw new ImageException("damaged: a JPEG Huffman table makes no sense");
            }
            int[] values = new int[count];
            for (int i = 0; i < count; i++) {
                values[i] = file[at + i] & 0xFF;
            }
            tables.put(name, new HuffmanCodes(lengths, values));
            at += count;
        }
    }

    static HuffmanCodes dc(Map<Integer, HuffmanCodes> tables, int number) {
        return tables.computeIfAbsent(
                number,
                absent -> HuffmanCodes.standard(
                        absent == 0 ? JPEGHuffmanTable.StdDCLuminance : JPEGHuffmanTable.StdDCChrominance));
    }

    static HuffmanCodes ac(Map<Integer, HuffmanCodes> tables, int number) {
        return tables.computeIfAbsent(
                AC + number,
                absent -> HuffmanCodes.standard(
                        absent == AC ? JPEGHuffmanTable.StdACLuminance : JPEGHuffmanTable.StdACChrominance));
    }
}
