package io.drydock.network.graph;

import java.util.List;
import java.util.function.UnaryOperator;

/** Activations of one height and width, joined along the channels in the order of the inputs. */
public record Concat(String name, List<String> inputs) implements Node {
    public Concat {
        inputs = List.copyOf(inputs);
    }

    @Override
    public Shape output(List<Shape> shapes) {
        Shape first = shapes.get(0);
        if (shapes.stream().anyMatch(s -> s.height() != first.height() || s.width() != first.width())) {
            throw new IllegalArgumentException(
                    name + " joins activations of one height and width, was given " + shapes);
        }
        return first.withChannels(shapes.stream().mapToInt(Shape::channels).sum());
    }

    @Override
    public Concat renamingInputs(UnaryOperator<String> renaming) {
        return new Concat(name, inputs.stream().map(renaming).toList());
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.concat(this);
    }
}
