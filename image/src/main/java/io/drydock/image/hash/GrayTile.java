package io.drydock.image.hash;

import io.drydock.core.data.ImageSize;
import io.drydock.image.decode.Pixels;
import io.drydock.image.resize.ResizeMode;
import io.drydock.image.resize.Resizer;
import java.util.Arrays;

/**
 * A picture squeezed into a small gray square, to be compared with others pixel by pixel. The bytes are not copied;
 * whoever hands them over must not write to them afterwards.
 */
public final class GrayTile {
    /** Rows and columns. */
    public static final int SIDE = 64;

    /** Values of a tile. */
    public static final int SIZE = SIDE * SIDE;

    private static final Resizer RESIZER = new Resizer(ResizeMode.SQUISH, new ImageSize(SIDE, SIDE));

    private final byte[] values;

    /** @param values [{@link #SIDE}][{@link #SIDE}] luma as unsigned bytes */
    public GrayTile(byte[] values) {
        if (values.length != SIZE) {
            throw new IllegalArgumentException("a tile has " + SIZE + " values, there are " + values.length);
        }
        this.values = values;
    }

    /** Of a whole picture, whatever its shape. */
    public static GrayTile of(Pixels pixels) {
        byte[] rgb = RESIZER.apply(pixels).rgb();
        byte[] gray = new byte[SIZE];
        for (int i = 0, at = 0; i < SIZE; i++, at += 3) {
            int r = rgb[at] & 0xFF;
            int g = rgb[at + 1] & 0xFF;
            int b = rgb[at + 2] & 0xFF;
            gray[i] = (byte) ((19595 * r + 38470 * g + 7471 * b + 32768) >> 16);
        }
        return new GrayTile(gray);
    }

    /** The bytes themselves, not a copy: [{@link #SIDE}][{@link #SIDE}] luma, unsigned. */
    public byte[] values() {
        return values;
    }

    /** The values in an orientation, averaged over squares until {@code side} rows and columns are left. */
    public float[] turned(Orientation orientation, int side) {
        int step = SIDE / side;
        if (side < 1 || step * side != SIDE) {
            throw new IllegalArgumentException("a tile of " + SIDE + " cannot be averaged to " + side);
        }
        float[] small = new float[side * side];
        for (int row = 0; row < SIDE; row++) {
            int to = row / step * side;
            int from = row * SIDE;
            for (int column = 0; column < SIDE; column++) {
                small[to + column / step] += values[from + column] & 0xFF;
            }
        }
        float share = 1f / (step * step);
        float[] turned = new float[small.length];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                turned[row * side + column] = small[orientation.source(row, column, side)] * share;
            }
        }
        return turned;
    }

    /** Sum of all differences between neighbors, the same in every orientation: how much there is to see. */
    public long roughness() {
        long sum = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                int at = row * SIDE + column;
                int value = values[at] & 0xFF;
                sum += column == 0 ? 0 : Math.abs(value - (values[at - 1] & 0xFF));
                sum += row == 0 ? 0 : Math.abs(value - (values[at - SIDE] & 0xFF));
            }
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GrayTile that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "GrayTile " + SIDE + "x" + SIDE;
    }
}
