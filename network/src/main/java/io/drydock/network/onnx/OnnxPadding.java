package io.drydock.network.onnx;

import io.drydock.network.graph.Padding;
import io.drydock.network.graph.Shape;
import java.util.Optional;

/**
 * Writes padding as fixed numbers wherever they do not depend on the size of the image, and else as ONNX's
 * SAME_UPPER, which is TensorFlow's SAME. Safe for use by many threads.
 */
final class OnnxPadding {
    private OnnxPadding() {}

    static void write(
            OnnxOp op, Padding padding, Optional<Shape> input, int kernelHeight, int kernelWidth, int stride) {
        boolean sizeMatters = padding instanceof Padding.Same && stride > 1;
        if (sizeMatters && input.isEmpty()) {
            op.string("auto_pad", "SAME_UPPER");
            return;
        }
        int height = input.map(Shape::height).orElse(kernelHeight);
        int width = input.map(Shape::width).orElse(kernelWidth);
        Padding.Explicit pad = padding.resolve(height, width, kernelHeight, kernelWidth, stride);
        op.integers("pads", pad.top(), pad.left(), pad.bottom(), pad.right());
    }
}
