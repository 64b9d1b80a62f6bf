package io.drydock.network.graph;

/** The sliding window of a convolution or pooling: kernel, stride and padding, in pixels. */
record Window(int kernelHeight, int kernelWidth, int stride, Padding padding) {
    /** Shape after sliding over an input, with another number of channels. */
    Shape output(Shape input, int channels) {
        Padding.Explicit pad = padding.resolve(input.height(), input.width(), kernelHeight, kernelWidth, stride);
        return new Shape(
                channels,
                positions(input.height() + pad.top() + pad.bottom(), kernelHeight),
                positions(input.width() + pad.left() + pad.right(), kernelWidth));
    }

    private int positions(int padded, int kernel) {
        return Math.floorDiv(padded - kernel, stride) + 1;
    }
}
