package io.drydock.image.jpeg;

import io.drydock.core.error.ImageException;
import java.util.ArrayList;
import java.util.List;

/**
 * A scan header: which components it codes and which part of their coefficients.
 *
 * @param dc number of the Huffman table of each component's mean colors
 * @param ac number of the Huffman table of each component's other coefficients
 * @param first coefficient in zigzag order, in 0..63
 * @param last coefficient in zigzag order, in first..63
 * @param highBit bit down to which the coefficients were known before, 0 for a first scan
 * @param lowBit lowest bit that this scan sends
 */
record JpegScan(
        List<JpegComponent> components,
        List<Integer> dc,
        List<Integer> ac,
        int first,
        int last,
        int highBit,
        int lowBit) {
    /**
     * Reads a header.
     *
     * @param at position of its first byte behind the length
     * @throws ImageException if it names components that the frame lacks, or makes no sense
     */
    static JpegScan read(byte[] file, int at, int length, JpegFrame frame) {
        int count = file[at] & 0xFF;
        if (count < 1 || count > 4 || length < 4 + 2 * count) {
            throw new ImageException("damaged: a JPEG scan of " + count + " components");
        }
        List<JpegComponent> components = new ArrayList<>();
        List<Integer> dc = new ArrayList<>();
        List<Integer> ac = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = file[at + 1 + 2 * i] & 0xFF;
            int tables = file[at + 2 + 2 * i] & 0xFF;
            components.add(frame.components().stream()
                    .filter(one -> one.id == id)
                    .findFirst()
                    .orElseThrow(() -> new ImageException("damaged: a JPEG scan of an unknown component " + id)));
            dc.add(tables >> 4 & 3);
            ac.add(tables & 3);
        }
        int end = at + 1 + 2 * count;
        int bits = file[end + 2] & 0xFF;
        JpegScan scan = new JpegScan(components, dc, ac, file[end] & 0xFF, file[end + 1] & 0xFF, bits >> 4, bits & 15);
        if (!frame.progressive()) {
            return new JpegScan(components, dc, ac, 0, 63, 0, 0);
        }
        boolean sensible = scan.last <= 63
                && scan.first <= scan.last
                && (scan.first == 0 ? scan.last == 0 : count == 1)
                && (scan.highBit == 0 || scan.highBit - 1 == scan.lowBit)
                && scan.lowBit <= 13;
        if (!sensible) {
            throw new ImageException("damaged: a JPEG scan of coefficients " + scan.first + ".." + scan.last + ", bits "
                    + scan.highBit + ".." + scan.lowBit);
        }
        return scan;
    }

    boolean interleaved() {
        return components.size() > 1;
    }
}
