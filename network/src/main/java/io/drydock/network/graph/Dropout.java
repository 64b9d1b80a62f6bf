package io.drydock.network.graph;

import java.util.List;
import java.util.function.UnaryOperator;

/** Zeroes each value with {@code probability} while training and scales the rest up; passes everything in evaluation. */
public record Dropout(String name, String input, double probability) implements Node {
    public Dropout {
        if (!(probability >= 0 && probability < 1)) {
            throw new IllegalArgumentException("dropout must lie in [0, 1), was " + probability);
        }
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
    public Dropout renamingInputs(UnaryOperator<String> renaming) {
        return new Dropout(name, renaming.apply(input), probability);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.dropout(this);
    }
}
