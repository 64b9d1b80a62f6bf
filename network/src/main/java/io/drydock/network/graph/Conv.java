package io.drydock.network.graph;

import io.drydock.network.graph.WeightSpec.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Two-dimensional convolution, grouped when {@code groups} is above 1 (depthwise when it equals the channels).
 * The kernel is [outChannels, inChannels / groups, kernelHeight, kernelWidth].
 */
public record Conv(
        String name,
        String input,
        String weight,
        Optional<String> bias,
        int inChannels,
        int outChannels,
        int kernelHeight,
        int kernelWidth,
        int stride,
        Padding padding,
        int groups)
        implements Node {
    public Conv {
        if (groups < 1 || inChannels % groups != 0 || outChannels % groups != 0) {
            throw new IllegalArgumentException(name + ": " + inChannels + " and " + outChannels
                    + " channels do not divide into " + groups + " groups");
        }
    }

    /** A square convolution without bias, its kernel called {@code <name>.weight}. */
    public static Conv square(
            String name, String input, int inChannels, int outChannels, int kernel, int stride, Padding padding) {
        return grouped(name, input, inChannels, outChannels, kernel, stride, padding, 1);
    }

    /** A square grouped convolution without bias, its kernel called {@code <name>.weight}. */
    public static Conv grouped(
            String name, String input, int in, int out, int kernel, int stride, Padding padding, int groups) {
        return new Conv(
                name, input, name + ".weight", Optional.empty(), in, out, kernel, kernel, stride, padding, groups);
    }

    /** The same convolution with a bias of that name. */
    public Conv withBias(String biasName) {
        return new Conv(
                name,
                input,
                weight,
                Optional.of(biasName),
                inChannels,
                outChannels,
                kernelHeight,
                kernelWidth,
                stride,
                padding,
                groups);
    }

    @Override
    public List<String> inputs() {
        return List.of(input);
    }

    @Override
    public List<WeightSpec> weights() {
        WeightSpec kernel =
                WeightSpec.of(weight, Role.KERNEL, outChannels, inChannels / groups, kernelHeight, kernelWidth);
        return bias.map(b -> List.of(kernel, WeightSpec.of(b, Role.BIAS, outChannels)))
                .orElseGet(() -> List.of(kernel));
    }

    @Override
    public Shape output(List<Shape> inputs) {
        Shape in = Inputs.withChannels(this, inputs, inChannels);
        return new Window(kernelHeight, kernelWidth, stride, padding).output(in, outChannels);
    }

    @Override
    public long multiplyAdds(List<Shape> inputs) {
        return output(inputs).size() * (inChannels / groups) * kernelHeight * kernelWidth;
    }

    @Override
    public boolean padsByInputSize() {
        return padding.byInputSize();
    }

    @Override
    public Conv renamingInputs(UnaryOperator<String> renaming) {
        return new Conv(
                name,
                renaming.apply(input),
                weight,
                bias,
                inChannels,
                outChannels,
                kernelHeight,
                kernelWidth,
                stride,
                padding,
                groups);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.conv(this);
    }
}
