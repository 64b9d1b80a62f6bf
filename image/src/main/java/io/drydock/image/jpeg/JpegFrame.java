package io.drydock.image.jpeg;

import io.drydock.core.error.ImageException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A frame header: the size of the picture, its components, and how they are coded. */
final class JpegFrame {
    private static final int PROGRESSIVE = 0xC2;
    private static final int BLOCK = 8;

    private final boolean progressive;
    private final int height;
    private final int width;
    private final int mostAcross;
    private final int mostDown;
    private final List<JpegComponent> components = new ArrayList<>();

    /**
     * Reads a header.
     *
     * @param at position of its first byte behind the length
     * @throws ImageException if it is cut off or makes no sense
     */
    JpegFrame(byte[] file, int at, int length, int marker) {
        int count = length < 6 ? 0 : file[at + 5] & 0xFF;
        if (count < 1 || count > 4 || length < 6 + 3 * count) {
            throw new ImageException("damaged: a JPEG frame of " + count + " components");
        }
        progressive = marker == PROGRESSIVE;
        height = (file[at + 1] & 0xFF) << 8 | (file[at + 2] & 0xFF);
        width = (file[at + 3] & 0xFF) << 8 | (file[at + 4] & 0xFF);
        int across = 1;
        int down = 1;
        for (int c = 0; c < count; c++) {
            int factors = file[at + 7 + 3 * c] & 0xFF;
            if (factors >> 4 < 1 || factors >> 4 > 4 || (factors & 15) < 1 || (factors & 15) > 4) {
                throw new ImageException("damaged: a JPEG sampling factor of " + (factors >> 4) + "x" + (factors & 15));
            }
            across = Math.max(across, factors >> 4);
            down = Math.max(down, factors & 15);
        }
        mostAcross = across;
        mostDown = down;
        for (int c = 0; c < count; c++) {
            int factors = file[at + 7 + 3 * c] & 0xFF;
            components.add(
                    new JpegComponent(file[at + 6 + 3 * c] & 0xFF, factors >> 4, factors & 15, this, progressive));
        }
    }

    boolean progressive() {
        return progressive;
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    int mostAcross() {
        return mostAcross;
    }

    int mostDown() {
        return mostDown;
    }

    /** Units of an interleaved scan in a row. */
    int unitColumns() {
        return JpegComponent.ceil(width, BLOCK * mostAcross);
    }

    int unitRows() {
        return JpegComponent.ceil(height, BLOCK * mostDown);
    }

    List<JpegComponent> components() {
        return components;
    }

    /** Mean over all blocks of what their components lack. */
    double mean(ToDoubleFunction<JpegComponent> lack) {
        double sum = 0;
        long blocks = 0;
        for (JpegComponent component : components) {
            sum += lack.applyAsDouble(component) * component.blocks();
            blocks += component.blocks();
        }
        return sum / blocks;
    }
}
