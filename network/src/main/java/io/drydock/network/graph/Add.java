package io.drydock.network.graph;

import java.util.List;
import java.util.function.UnaryOperator;

/** The sum of two activations of one shape: the end of a residual block (He et al., arXiv:1512.03385). */
public record Add(String name, String left, String right) implements Node {
    @Override
    public List<String> inputs() {
        return List.of(left, right);
    }

    @Override
    public Shape output(List<Shape> inputs) {
        if (inputs.size() != 2 || !inputs.get(0).equals(inputs.get(1))) {
            throw new IllegalArgumentException(name + " adds two activations of one shape, was given " + inputs);
        }
        return inputs.get(0);
    }

    @Override
    public Add renamingInputs(UnaryOperator<String> renaming) {
        return new Add(name, renaming.apply(left), renaming.apply(right));
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.add(this);
    }
}
