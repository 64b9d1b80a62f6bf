package io.drydock.train.torch;

import io.drydock.network.graph.Conv;
import io.drydock.network.graph.Padding;

/**
 * A convolution's windows along one axis, for a library that pads both ends alike. Where a network pads the ends differently
 * (TensorFlow's SAME), both get enough that windows begin whole strides earlier, and those that the network does not have are
 * dropped: a strip of the output, cheaper than a padded copy of the input, which the backward pass would keep.
 *
 * @param padding of both ends
 * @param first window that the network has
 * @param count of the windows that it has
 * @param whole whether it has them all
 */
record Windows(int padding, int first, int count, boolean whole) {
    /** @param size of the input along the axis */
    static Windows of(Conv node, long size, boolean vertical) {
        int length = Math.toIntExact(size);
        Padding.Explicit pad =
                node.padding().resolve(length, length, node.kernelHeight(), node.kernelWidth(), node.stride());
        return vertical
                ? of(length, pad.top(), pad.bottom(), node.kernelHeight(), node.stride())
                : of(length, pad.left(), pad.right(), node.kernelWidth(), node.stride());
    }

    private static Windows of(int length, int before, int after, int kernel, int stride) {
        int earlier = Math.max(0, (after - before + stride - 1) / stride);
        int padding = before + earlier * stride;
        int made = (length + 2 * padding - kernel) / stride + 1;
        int count = (length + before + after - kernel) / stride + 1;
        return new Windows(padding, earlier, count, made == count);
    }
}
