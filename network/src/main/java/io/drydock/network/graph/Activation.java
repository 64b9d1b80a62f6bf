package io.drydock.network.graph;

import java.util.List;
import java.util.function.UnaryOperator;

/** An elementwise non-linearity. */
public record Activation(String name, String input, Kind kind) implements Node {
    /** Which function. */
    public enum Kind {
        /** max(x, 0). */
        RELU,
        /** min(max(x, 0), 6). */
        RELU6
    }

    @Override
    public List<String> inputs() {
        return List.of(input);
    }

    @Override
    public Shape output(List<Shape> inputs) {
        return Inputs.single(this, inputs);
    }

    @Override
    public Activation renamingInputs(UnaryOperator<String> renaming) {
        return new Activation(name, renaming.apply(input), kind);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.activation(this);
    }
}
