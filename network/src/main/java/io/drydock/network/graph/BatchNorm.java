package io.drydock.network.graph;

import io.drydock.network.graph.WeightSpec.Role;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Batch normalization of an image-shaped or flat activation (Ioffe and Szegedy, arXiv:1502.03167); its tensors are
 * {@code <prefix>.weight}, {@code .bias}, {@code .running_mean} and {@code .running_var}, each [channels].
 */
public record BatchNorm(String name, String input, String prefix, int channels, double epsilon) implements Node {
    public String weight() {
        return prefix + ".weight";
    }

    public String bias() {
        return prefix + ".bias";
    }

    public String runningMean() {
        return prefix + ".running_mean";
    }

    public String runningVar() {
        return prefix + ".running_var";
    }

    /** Name of the step count that PyTorch stores beside the statistics; nothing here reads its value. */
    public String batchesTracked() {
        return prefix + ".num_batches_tracked";
    }

    @Override
    public List<String> inputs() {
        return List.of(input);
    }

    @Override
    public List<WeightSpec> weights() {
        return List.of(
                WeightSpec.of(weight(), Role.NORM_WEIGHT, channels),
                WeightSpec.of(bias(), Role.NORM_BIAS, channels),
                WeightSpec.of(runningMean(), Role.RUNNING_MEAN, channels),
                WeightSpec.of(runningVar(), Role.RUNNING_VAR, channels));
    }

    @Override
    public Shape output(List<Shape> inputs) {
        return Inputs.withChannels(this, inputs, channels);
    }

    @Override
    public BatchNorm renamingInputs(UnaryOperator<String> renaming) {
        return new BatchNorm(name, renaming.apply(input), prefix, channels, epsilon);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.batchNorm(this);
    }
}
