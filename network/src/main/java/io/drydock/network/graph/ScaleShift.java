package io.drydock.network.graph;

import io.drydock.network.graph.WeightSpec.Role;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * {@code x * weight + bias} by channel, never trained: what remains of a batch norm that has no convolution before
 * it to be folded into. Its tensors are {@code <prefix>.weight} and {@code <prefix>.bias}, each [channels].
 */
public record ScaleShift(String name, String input, String prefix, int channels) implements Node {
    public String weight() {
        return prefix + ".weight";
    }

    public String bias() {
        return prefix + ".bias";
    }

    @Override
    public List<String> inputs() {
        return List.of(input);
    }

    @Override
    public List<WeightSpec> weights() {
        return List.of(WeightSpec.of(weight(), Role.FIXED, channels), WeightSpec.of(bias(), Role.FIXED, channels));
    }

    @Override
    public Shape output(List<Shape> inputs) {
        return Inputs.withChannels(this, inputs, channels);
    }

    @Override
    public ScaleShift renamingInputs(UnaryOperator<String> renaming) {
        return new ScaleShift(name, renaming.apply(input), prefix, channels);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.scaleShift(this);
    }
}
