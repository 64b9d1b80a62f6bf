package io.drydock.network.graph;

import java.util.List;
import java.util.function.UnaryOperator;

/** Largest value of each square window of {@code kernel} pixels. */
public record MaxPool(String name, String input, int kernel, int stride, Padding padding) implements Node {
    @Override
    public List<String> inputs() {
        return List.of(input);
    }

    @Override
    public Shape output(List<Shape> inputs) {
        Shape in = Inputs.single(this, inputs);
        return new Window(kernel, kernel, stride, padding).output(in, in.channels());
    }

    @Override
    public boolean padsByInputSize() {
        return padding.byInputSize();
    }

    @Override
    public MaxPool renamingInputs(UnaryOperator<String> renaming) {
        return new MaxPool(name, renaming.apply(input), kernel, stride, padding);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.maxPool(this);
    }
}
