package io.drydock.network.graph;

import java.util.List;
import java.util.function.UnaryOperator;

/** One operation of a network: it reads the outputs of earlier nodes by name and has one output under its own name. */
public sealed interface Node
        permits Activation,
                Add,
                AveragePool,
                BatchNorm,
                Concat,
                Conv,
                Dropout,
                GlobalPool,
                Linear,
                MaxPool,
                ScaleShift {
    /** Unique in its network; timm's module name where there is one. */
    String name();

    /** Names of the nodes (or of the network's input) that it reads, in order. */
    List<String> inputs();

    /** Tensors it needs, none for most. */
    default List<WeightSpec> weights() {
        return List.of();
    }

    /**
     * Shape of its output for one image.
     *
     * @throws IllegalArgumentException if the inputs do not fit
     */
    Shape output(List<Shape> inputs);

    /** Multiplications with an addition for one image; only convolutions and linear layers count. */
    default long multiplyAdds(List<Shape> inputs) {
        return 0;
    }

    /** Whether it pads by the size of its input, so that a graph for one size is not one for another. */
    default boolean padsByInputSize() {
        return false;
    }

    /** The same operation reading other nodes. */
    Node renamingInputs(UnaryOperator<String> renaming);

    /** Hands this node to the method of its kind: an executor of networks is a {@link NodeVisitor}. */
    <R> R accept(NodeVisitor<R> visitor);
}
