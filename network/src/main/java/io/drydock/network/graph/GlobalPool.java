package io.drydock.network.graph;

import java.util.List;
import java.util.function.UnaryOperator;

/** Pools each channel over all its pixels: [channels, height, width] to a vector of features. */
public record GlobalPool(String name, String input, Kind kind) implements Node {
    /** Which pooling. */
    public enum Kind {
        /** Mean of each channel. */
        AVERAGE,
        /** Largest value of each channel. */
        MAX,
        /** First the largest values of all channels, then their means: fast.ai's concat pooling, twice the width. */
        MAX_AND_AVERAGE;

        /** Width of the pooled vector. */
        public int width(int channels) {
            return this == MAX_AND_AVERAGE ? 2 * channels : channels;
        }
    }

    @Override
    public List<String> inputs() {
        return List.of(input);
    }

    @Override
    public Shape output(List<Shape> inputs) {
        return Shape.vector(kind.width(Inputs.single(this, inputs).channels()));
    }

    @Override
    public GlobalPool renamingInputs(UnaryOperator<String> renaming) {
        return new GlobalPool(name, renaming.apply(input), kind);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.globalPool(this);
    }
}
