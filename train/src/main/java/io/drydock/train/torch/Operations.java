package io.drydock.train.torch;

import io.drydock.network.graph.Activation;
import io.drydock.network.graph.Add;
import io.drydock.network.graph.AveragePool;
import io.drydock.network.graph.BatchNorm;
import io.drydock.network.graph.Concat;
import io.drydock.network.graph.Conv;
import io.drydock.network.graph.Dropout;
import io.drydock.network.graph.GlobalPool;
import io.drydock.network.graph.Linear;
import io.drydock.network.graph.MaxPool;
import io.drydock.network.graph.NodeVisitor;
import io.drydock.network.graph.Padding;
import io.drydock.network.graph.ScaleShift;
import io.drydock.train.plan.FixedNorms;
import java.util.Map;
import java.util.Set;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * One libtorch operation for each kind of node, reading the outputs so far. An operation in place returns the very object it
 * wrote to, since what libtorch returns is only another name for it. For one thread at a time.
 */
final class Operations implements NodeVisitor<Tensor> {
    private static final double MOMENTUM = 0.1;
    private static final long[] SPATIAL = {2, 3};
    private static final long[] ONE = {1, 1};

    private final TorchWeights weights;
    private final InPlace inPlace;
    private final Set<String> movingNorms;
    private final FixedNorms fixedNorms;
    private final Map<String, Tensor> outputs;
    private final boolean training;

    Operations(
            TorchWeights weights,
            InPlace inPlace,
            Set<String> movingNorms,
            FixedNorms fixedNorms,
            Map<String, Tensor> outputs,
            boolean training) {
        this.weights = weights;
        this.inPlace = inPlace;
        this.movingNorms = movingNorms;
        this.fixedNorms = fixedNorms;
        this.outputs = outputs;
        this.training = training;
    }

    private Tensor output(String name) {
        Tensor tensor = outputs.get(name);
        if (tensor == null) {
            throw new IllegalStateException("the output of " + name + " is gone");
        }
        return tensor;
    }

    private TensorOptional optional(java.util.Optional<String> name) {
        return name.map(weights::optional).orElseGet(TensorOptional::new);
    }

    @Override
    public Tensor activation(Activation node) {
        Tensor input = output(node.input());
        if (!inPlace.allows(node)) {
            return switch (node.kind()) {
                case RELU -> torch.relu(input);
                case RELU6 -> torch.hardtanh(input, new Scalar(0.0), new Scalar(6.0));
            };
        }
        return switch (node.kind()) {
            case RELU -> {
                torch.relu_(input);
                yield input;
            }
            case RELU6 -> relu6(input);
        };
    }

    /**
     * ReLU6 that leaves one tensor behind. libtorch's own in place keeps a copy of its input for the backward pass, though
     * which values were cut can be read from the output as well: here what was kept as the input becomes the output.
     */
    private static Tensor relu6(Tensor input) {
        Scalar low = new Scalar(0.0);
        Scalar high = new Scalar(6.0);
        if (!input.requires_grad()) {
            torch.hardtanh_(input, low, high);
            return input;
        }
        Tensor result = torch.hardtanh(input, low, high);
        try (Tensor values = result.detach()) {
            input.set_data(values);
        }
        return result;
    }

    @Override
    public Tensor add(Add node) {
        String target = inPlace.target(node);
        if (target.isEmpty()) {
            return torch.add(output(node.left()), output(node.right()));
        }
        Tensor sum = output(target);
        sum.add_(output(target.equals(node.left()) ? node.right() : node.left()));
        return sum;
    }

    @Override
    public Tensor averagePool(AveragePool node) {
        Padded padded = padded(output(node.input()), node.padding(), node.kernel(), node.stride(), 0);
        return torch.avg_pool2d(
                padded.tensor(),
                new long[] {node.kernel(), node.kernel()},
                new long[] {node.stride(), node.stride()},
                padded.sides(),
                false,
                true,
                new LongOptional());
    }

    @Override
    public Tensor batchNorm(BatchNorm node) {
        if (fixedNorms.taken(node)) {
            return output(node.input());
        }
        boolean moving = training && movingNorms.contains(node.name());
        return torch.batch_norm(
                output(node.input()),
                weights.optional(node.weight()),
                weights.optional(node.bias()),
                weights.optional(node.runningMean()),
                weights.optional(node.runningVar()),
                moving,
                MOMENTUM,
                node.epsilon(),
                false);
    }

    @Override
    public Tensor concat(Concat node) {
        TensorVector parts =
                new TensorVector(node.inputs().stream().map(this::output).toArray(Tensor[]::new));
        return torch.cat(parts, 1);
    }

    @Override
    public Tensor conv(Conv node) {
        Tensor input = output(node.input());
        Windows rows = Windows.of(node, input.size(2), true);
        Windows columns = Windows.of(node, input.size(3), false);
        Kernel kernel = kernel(node);
        long[] padding = {rows.padding(), columns.padding()};
        Tensor all = convolved(node, input, kernel, padding);
        if (rows.whole() && columns.whole()) {
            return all;
        }
        try (all;
                Tensor strip = all.narrow(2, rows.first(), rows.count());
                Tensor part = strip.narrow(3, columns.first(), columns.count())) {
            return part.contiguous(weights.layout().order().format());
        }
    }

    private Tensor convolved(Conv node, Tensor input, Kernel kernel, long[] padding) {
        if (!FewChannels.concerns(node, kernel.weight(), weights.layout().order())) {
            return convolved(node, input, kernel.weight(), kernel.bias(), padding);
        }
        try (Tensor wideInput = FewChannels.widened(input);
                Tensor wideKernel = FewChannels.widened(kernel.weight())) {
            return convolved(node, wideInput, wideKernel, kernel.bias(), padding);
        }
    }

    private static Tensor convolved(Conv node, Tensor input, Tensor kernel, TensorOptional bias, long[] padding) {
        long[] stride = {node.stride(), node.stride()};
        return torch.conv2d(input, kernel, bias, stride, padding, ONE, node.groups());
    }

    private record Kernel(Tensor weight, TensorOptional bias) {}

    private Kernel kernel(Conv node) {
        Tensor weight = weights.tensor(node.weight());
        return fixedNorms
                .of(node)
                .map(norm -> {
                    Tensor deviation =
                            torch.rsqrt(weights.tensor(norm.runningVar()).add(new Scalar(norm.epsilon())));
                    Tensor scale = weights.tensor(norm.weight()).mul(deviation);
                    Tensor mean = weights.tensor(norm.runningMean());
                    Tensor centre = node.bias()
                            .map(name -> torch.sub(mean, weights.tensor(name)))
                            .orElse(mean);
                    Tensor shift = torch.addcmul(weights.tensor(norm.bias()), centre, scale, new Scalar(-1.0));
                    return new Kernel(weight.mul(scale.view(-1, 1, 1, 1)), new TensorOptional(shift));
                })
                .orElseGet(() -> new Kernel(weight, optional(node.bias())));
    }

    @Override
    public Tensor dropout(Dropout node) {
        return torch.dropout(output(node.input()), node.probability(), training && node.probability() > 0);
    }

    @Override
    public Tensor globalPool(GlobalPool node) {
        Tensor input = output(node.input());
        return switch (node.kind()) {
            case AVERAGE -> input.mean(SPATIAL);
            case MAX -> input.amax(SPATIAL, false);
            case MAX_AND_AVERAGE -> torch.cat(new TensorVector(input.amax(SPATIAL, false), input.mean(SPATIAL)), 1);
        };
    }

    @Override
    public Tensor linear(Linear node) {
        return torch.linear(output(node.input()), weights.tensor(node.weight()), optional(node.bias()));
    }

    @Override
    public Tensor maxPool(MaxPool node) {
        Padded padded =
                padded(output(node.input()), node.padding(), node.kernel(), node.stride(), Double.NEGATIVE_INFINITY);
        return torch.max_pool2d(
                padded.tensor(),
                new long[] {node.kernel(), node.kernel()},
                new long[] {node.stride(), node.stride()},
                padded.sides(),
                ONE,
                false);
    }

    @Override
    public Tensor scaleShift(ScaleShift node) {
        Tensor input = output(node.input());
        Tensor scale = weights.tensor(node.weight());
        Tensor shift = weights.tensor(node.bias());
        return input.dim() == 4
                ? torch.addcmul(shift.view(1, -1, 1, 1), input, scale.view(1, -1, 1, 1))
                : torch.addcmul(shift, input, scale);
    }

    /**
     * An input with what libtorch's own symmetric padding cannot do already added.
     *
     * @param sides vertical, horizontal
     */
    private record Padded(Tensor tensor, long[] sides) {}

    private static Padded padded(Tensor input, Padding padding, int kernel, int stride, double fill) {
        Padding.Explicit pad = padding.resolve((int) input.size(2), (int) input.size(3), kernel, kernel, stride);
        if (pad.symmetric()) {
            return new Padded(input, new long[] {pad.top(), pad.left()});
        }
        long[] sides = {pad.left(), pad.right(), pad.top(), pad.bottom()};
        return new Padded(torch.constant_pad_nd(input, sides, new Scalar(fill)), new long[] {0, 0});
    }
}
