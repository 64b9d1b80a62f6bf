package io.drydock.network.weights;

import java.util.Arrays;

/**
 * A dense row-major tensor of 32-bit floats; a scalar has no dimensions and one value. The array is shared, not
 * copied, because weights are large: whoever makes a tensor leaves its array alone from then on.
 */
public final class FloatTensor {
    private final int[] shape;
    private final float[] values;

    /** @throws IllegalArgumentException if the number of values is not the product of the dimensions */
    public FloatTensor(int[] shape, float[] values) {
        this.shape = shape.clone();
        this.values = values;
        if (sizeOf(shape) != values.length) {
            throw new IllegalArgumentException(
                    values.length + " values do not fill a tensor of shape " + Arrays.toString(shape));
        }
    }

    /** A scalar. */
    public static FloatTensor scalar(float value) {
        return new FloatTensor(new int[0], new float[] {value});
    }

    /** A vector; the array is shared. */
    public static FloatTensor vector(float... values) {
        return new FloatTensor(new int[] {values.length}, values);
    }

    /** A vector of one value over and over. */
    public static FloatTensor filled(int size, float value) {
        float[] values = new float[size];
        Arrays.fill(values, value);
        return vector(values);
    }

    /** Number of values of a shape. */
    public static long sizeOf(int... shape) {
        long size = 1;
        for (int side : shape) {
            size = Math.multiplyExact(size, (long) side);
        }
        return size;
    }

    /** Dimensions, as a new array. */
    public int[] shape() {
        return shape.clone();
    }

    /** All values, row-major; not a copy. */
    public float[] values() {
        return values;
    }

    /** Number of values. */
    public int size() {
        return values.length;
    }

    /** Number of dimensions. */
    public int rank() {
        return shape.length;
    }

    /** Whether it has these dimensions. */
    public boolean hasShape(int... other) {
        return Arrays.equals(shape, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FloatTensor that
                && Arrays.equals(shape, that.shape)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "float" + Arrays.toString(shape);
    }
}
