package io.drydock.train.torch;

import io.drydock.network.graph.Conv;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Adds channels of zeros to a dense 1x1 convolution of few channels while its kernel trains. On channels-last input
 * oneDNN computes the gradient of such a kernel with {@code jit_1x1}. With a stride above 1 that code writes past its
 * buffer when there are fewer channels than the block of the instruction set: 8 with AVX2, 16 with AVX-512
 * (uxlfoundation/oneDNN issue 6035). It damages the memory behind the buffer, which can end the process. The zeros do
 * not change the results. See docs/measurements/float32.md.
 */
final class FewChannels {
    /** The largest block of channels of any instruction set. */
    private static final long BLOCK = 16;

    private FewChannels() {}

    /** Whether the gradient of this convolution's kernel could reach that code, at any stride. */
    static boolean concerns(Conv node, Tensor kernel, MemoryOrder order) {
        return node.kernelHeight() == 1
                && node.kernelWidth() == 1
                && node.groups() == 1
                && node.inChannels() < BLOCK
                && order == MemoryOrder.CHANNELS_LAST
                && kernel.is_cpu()
                && kernel.requires_grad()
                && GradMode.is_enabled();
    }

    /**
     * The same values with channels of zeros behind them.
     *
     * @param tensor the input [n, channels, height, width] or the kernel [out, channels, 1, 1]
     * @return the tensor with 16 channels, channels-last; gradients flow back to the channels that were given
     */
    static Tensor widened(Tensor tensor) {
        long[] sides = {0, 0, 0, 0, 0, BLOCK - tensor.size(1)};
        try (Tensor padded = torch.constant_pad_nd(tensor, sides, new Scalar(0.0))) {
            return padded.contiguous(MemoryOrder.CHANNELS_LAST.format());
        }
    }
}
