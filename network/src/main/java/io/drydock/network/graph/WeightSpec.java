package io.drydock.network.graph;

import java.util.List;
import java.util.stream.IntStream;

/** Name, dimensions and role of one tensor that a node reads; the name is timm's. */
public record WeightSpec(String name, List<Integer> dimensions, Role role) {
    /** What a tensor is for, which decides how it starts, whether it trains and whether it decays. */
    public enum Role {
        /** Convolution or linear kernel. */
        KERNEL(true),
        /** Bias of a convolution or linear layer. */
        BIAS(true),
        /** Scale of a normalization. */
        NORM_WEIGHT(true),
        /** Shift of a normalization. */
        NORM_BIAS(true),
        /** Mean that a batch norm keeps. */
        RUNNING_MEAN(false),
        /** Variance that a batch norm keeps. */
        RUNNING_VAR(false),
        /** Never trained: scale and shift that remain of a batch norm that could not be folded. */
        FIXED(false);

        private final boolean parameter;

        Role(boolean parameter) {
            this.parameter = parameter;
        }

        /** Whether a gradient step may change it. */
        public boolean parameter() {
            return parameter;
        }
    }

    public WeightSpec {
        dimensions = List.copyOf(dimensions);
    }

    /** A spec of the given dimensions. */
    public static WeightSpec of(String name, Role role, int... shape) {
        return new WeightSpec(name, IntStream.of(shape).boxed().toList(), role);
    }

    /** Dimensions as a new array. */
    public int[] shape() {
        return dimensions.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Number of values. */
    public long size() {
        return dimensions.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    }
}
