package io.drydock.image.decode;

import io.drydock.core.data.ImageSize;
import java.util.Arrays;

/**
 * An upright picture in memory: rows top to bottom, [height][width][3] unsigned bytes in R, G, B order.
 * The array is not copied; whoever hands it over must not write to it afterwards.
 */
public final class Pixels {
    private final int height;
    private final int width;
    private final byte[] rgb;

    /** @param rgb height * width * 3 bytes */
    public Pixels(int height, int width, byte[] rgb) {
        if (height < 1 || width < 1 || rgb.length != (long) height * width * 3) {
            throw new IllegalArgumentException("a picture of " + height + "x" + width + " needs "
                    + (long) height * width * 3 + " bytes, there are " + rgb.length);
        }
        this.height = height;
        this.width = width;
        this.rgb = rgb;
    }

    public int height() {
        return height;
    }

    public int width() {
        return width;
    }

    /** The bytes themselves, not a copy: [height][width][3]. */
    public byte[] rgb() {
        return rgb;
    }

    public ImageSize size() {
        return new ImageSize(height, width);
    }

    /** Value in 0..255 of a channel (0 red, 1 green, 2 blue). */
    public int at(int row, int column, int channel) {
        return rgb[(row * width + column) * 3 + channel] & 0xFF;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pixels that
                && height == that.height
                && width == that.width
                && Arrays.equals(rgb, that.rgb);
    }

    @Override
    public int hashCode() {
        return (31 * height + width) * 31 + Arrays.hashCode(rgb);
    }

    @Override
    public String toString() {
        return "Pixels " + height + "x" + width;
    }
}
