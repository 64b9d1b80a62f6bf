package io.drydock.network.graph;

/** Zeros around the input of a convolution or pooling. */
public sealed interface Padding {
    /** No zeros. */
    Padding NONE = new Explicit(0, 0, 0, 0);

    /**
     * Pixels to add on each side.
     *
     * @param height input height
     * @param width input width
     */
    Explicit resolve(int height, int width, int kernelHeight, int kernelWidth, int stride);

    /** Whether the number of pixels depends on the size of the input. */
    boolean byInputSize();

    /** The same number of pixels on all four sides. */
    static Explicit of(int pixels) {
        return new Explicit(pixels, pixels, pixels, pixels);
    }

    /** Fixed numbers of pixels. */
    record Explicit(int top, int left, int bottom, int right) implements Padding {
        @Override
        public Explicit resolve(int height, int width, int kernelHeight, int kernelWidth, int stride) {
            return this;
        }

        @Override
        public boolean byInputSize() {
            return false;
        }

        /** Whether both opposite sides are padded alike, as torch's convolution needs. */
        public boolean symmetric() {
            return top == bottom && left == right;
        }
    }

    /** TensorFlow's SAME: output = ceil(input / stride); by input size, an odd pixel goes to the bottom or right. */
    record Same() implements Padding {
        @Override
        public Explicit resolve(int height, int width, int kernelHeight, int kernelWidth, int stride) {
            int vertical = missing(height, kernelHeight, stride);
            int horizontal = missing(width, kernelWidth, stride);
            int top = vertical / 2;
            int left = horizontal / 2;
            return new Explicit(top, left, vertical - top, horizontal - left);
        }

        @Override
        public boolean byInputSize() {
            return true;
        }

        private static int missing(int side, int kernel, int stride) {
            int outputs = (side + stride - 1) / stride;
            return Math.max((outputs - 1) * stride + kernel - side, 0);
        }
    }
}
