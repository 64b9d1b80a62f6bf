package io.drydock.train.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.network.graph.Conv;
import io.drydock.network.graph.Padding;
import io.drydock.network.weights.FormulaWeights;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsTest {
    @Test
    void theFirstWindowBeginsWhereTheNetworkPads() {
        for (int kernel : new int[] {1, 2, 3, 5, 7}) {
            for (int stride = 1; stride <= 3; stride++) {
                for (int length = kernel; length < 24; length++) {
                    Conv conv = Conv.square("conv", "image", 3, 8, kernel, stride, new Padding.Same());
                    Padding.Explicit pad = conv.padding().resolve(length, length, kernel, kernel, stride);

                    Windows windows = Windows.of(conv, length, true);

                    assertThat(windows.first() * stride - windows.padding()).isEqualTo(-pad.top());
                    assertThat(windows.count()).isEqualTo((length + stride - 1) / stride);
                    assertThat(windows.padding()).isBetween(pad.top(), pad.top() + stride);
                    assertThat(windows.whole()).isEqualTo(pad.top() == pad.bottom());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 2, 10, 13", "3, 2, 11, 12", "5, 2, 14, 9", "3, 1, 8, 8", "2, 2, 9, 10"})
    void droppedWindowsGiveWhatAPaddedCopyWould(int kernel, int stride, int height, int width) {
        try (PointerScope scope = new PointerScope()) {
            Tensor input = AbstractTensor.create(
                    FormulaWeights.input("x", 2, 3, height, width).values(), 2, 3, height, width);
            Tensor weight = AbstractTensor.create(
                    FormulaWeights.input("w", 4, 3, kernel, kernel).values(), 4, 3, kernel, kernel);
            Conv conv = Conv.square("conv", "image", 3, 4, kernel, stride, new Padding.Same());
            Padding.Explicit pad = conv.padding().resolve(height, width, kernel, kernel, stride);
            Windows rows = Windows.of(conv, height, true);
            Windows columns = Windows.of(conv, width, false);

            long[] sides = {pad.left(), pad.right(), pad.top(), pad.bottom()};
            Tensor expected = convolve(torch.constant_pad_nd(input, sides, new Scalar(0.0)), weight, stride, 0, 0);
            Tensor found = convolve(input, weight, stride, rows.padding(), columns.padding())
                    .narrow(2, rows.first(), rows.count())
                    .narrow(3, columns.first(), columns.count())
                    .contiguous();

            assertThat(TorchWeights.read(found)).containsExactly(TorchWeights.read(expected), within(1e-6f));
        }
    }

    private static Tensor convolve(Tensor input, Tensor weight, int stride, int vertical, int horizontal) {
        return torch.conv2d(
                input,
                weight,
                new TensorOptional(),
                new long[] {stride, stride},
                new long[] {vertical, horizontal},
                new long[] {1, 1},
                1);
    }
}
