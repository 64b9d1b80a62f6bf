package io.drydock.network.graph;

import io.drydock.network.graph.WeightSpec.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** {@code x W^T + b} on a vector of features; the kernel is [outFeatures, inFeatures], as PyTorch stores it. */
public record Linear(String name, String input, String weight, Optional<String> bias, int inFeatures, int outFeatures)
        implements Node {
    /** A layer with tensors {@code <name>.weight} and {@code <name>.bias}. */
    public static Linear withBias(String name, String input, int inFeatures, int outFeatures) {
        return new Linear(name, input, name + ".weight", Optional.of(name + ".bias"), inFeatures, outFeatures);
    }

    /** A layer with the one tensor {@code <name>.weight}. */
    public static Linear withoutBias(String name, String input, int inFeatures, int outFeatures) {
        return new Linear(name, input, name + ".weight", Optional.empty(), inFeatures, outFeatures);
    }

    @Override
    public List<String> inputs() {
        return List.of(input);
    }

    @Override
    public List<WeightSpec> weights() {
        WeightSpec kernel = WeightSpec.of(weight, Role.KERNEL, outFeatures, inFeatures);
        return bias.map(b -> List.of(kernel, WeightSpec.of(b, Role.BIAS, outFeatures)))
                .orElseGet(() -> List.of(kernel));
    }

    @Override
    public Shape output(List<Shape> inputs) {
        Inputs.withChannels(this, inputs, inFeatures);
        return Shape.vector(outFeatures);
    }

    @Override
    public long multiplyAdds(List<Shape> inputs) {
        return (long) inFeatures * outFeatures;
    }

    @Override
    public Linear renamingInputs(UnaryOperator<String> renaming) {
        return new Linear(name, renaming.apply(input), weight, bias, inFeatures, outFeatures);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.linear(this);
    }
}
