package io.drydock.train.torch;

import org.bytedeco.pytorch.global.torch;

/** In which order kernels and activations lie in memory; the numbers mean the same, rounding differs. */
public enum MemoryOrder {
    /** Channels of a pixel beside each other: the faster one on CPUs. */
    CHANNELS_LAST,
    /** Pixels of a channel beside each other: PyTorch's default. */
    CHANNELS_FIRST;

    /** libtorch's word for it. */
    public torch.MemoryFormat format() {
        return this == CHANNELS_LAST ? torch.MemoryFormat.ChannelsLast : torch.MemoryFormat.Contiguous;
    }

    /** Strides of a dense tensor: channels-last concerns tensors of four dimensions only. */
    long[] strides(int... shape) {
        if (this == CHANNELS_LAST && shape.length == 4) {
            return new long[] {(long) shape[1] * shape[2] * shape[3], 1, (long) shape[3] * shape[1], shape[1]};
        }
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int d = shape.length - 1; d >= 0; d--) {
            strides[d] = stride;
            stride *= shape[d];
        }
        return strides;
    }

    /** Whether such a tensor lies in row-major order. */
    boolean rowMajor(int... shape) {
        return this == CHANNELS_FIRST || shape.length != 4 || shape[1] == 1 || shape[2] * shape[3] == 1;
    }
}
