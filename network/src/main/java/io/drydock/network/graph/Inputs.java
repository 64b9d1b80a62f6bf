package io.drydock.network.graph;

import java.util.List;

/** Checks of the shapes that a node is given. Safe for use by many threads. */
final class Inputs {
    private Inputs() {}

    static Shape single(Node node, List<Shape> inputs) {
        if (inputs.size() != 1) {
            throw new IllegalArgumentException(node.name() + " reads one input, was given " + inputs.size());
        }
        return inputs.get(0);
    }

    static Shape withChannels(Node node, List<Shape> inputs, int channels) {
        Shape shape = single(node, inputs);
        if (shape.channels() != channels) {
            throw new IllegalArgumentException(
                    node.name() + " reads " + channels + " channels, was given " + shape.channels());
        }
        return shape;
    }
}
