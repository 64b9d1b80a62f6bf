package io.drydock.network.onnx;

import io.drydock.core.data.ImageSize;
import io.drydock.network.Model;
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
import io.drydock.network.graph.Network;
import io.drydock.network.graph.NodeVisitor;
import io.drydock.network.graph.Padding;
import io.drydock.network.graph.ScaleShift;
import io.drydock.network.graph.Shape;
import io.drydock.network.weights.FloatTensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Appends to a graph what each node of a network is in ONNX; answers the name of its value. For one thread at a time. */
final class OnnxNodes implements NodeVisitor<String> {
    private static final double CLIP_TOP = 6;

    private final OnnxGraph graph;
    private final Model model;
    private final Map<String, Shape> shapes;
    private final Map<String, String> values = new HashMap<>();

    OnnxNodes(OnnxGraph graph, Model model, Optional<ImageSize> fixedSize) {
        this.graph = graph;
        this.model = model;
        Network network = model.network();
        this.shapes = fixedSize.map(network::shapes).map(HashMap::new).orElseGet(HashMap::new);
        fixedSize.ifPresent(size -> shapes.put(network.input(), new Shape(3, size.height(), size.width())));
    }

    /** Says that a node's value must have a certain name in the file. */
    void nameValue(String nodeName, String valueName) {
        values.put(nodeName, valueName);
    }

    /** Name in the file of a node's value. */
    String value(String nodeName) {
        return values.getOrDefault(nodeName, nodeName);
    }

    @Override
    public String activation(Activation node) {
        return switch (node.kind()) {
            case RELU -> emit("Relu", node.name(), value(node.input()));
            case RELU6 -> emit("Clip", node.name(), value(node.input()), scalar("zero", 0), scalar("six", CLIP_TOP));
        };
    }

    @Override
    public String add(Add node) {
        return emit("Add", node.name(), value(node.left()), value(node.right()));
    }

    @Override
    public String averagePool(AveragePool node) {
        OnnxOp pool = op("AveragePool", node.name(), value(node.input())).integer("count_include_pad", 1);
        return window(pool, node.name(), node.input(), node.kernel(), node.kernel(), node.stride(), node.padding());
    }

    @Override
    public String maxPool(MaxPool node) {
        OnnxOp pool = op("MaxPool", node.name(), value(node.input()));
        return window(pool, node.name(), node.input(), node.kernel(), node.kernel(), node.stride(), node.padding());
    }

    @Override
    public String conv(Conv node) {
        List<String> inputs = new ArrayList<>(List.of(value(node.input()), weight(node.weight())));
        node.bias().ifPresent(bias -> inputs.add(weight(bias)));
        OnnxOp conv = new OnnxOp("Conv", inputs, value(node.name())).integer("group", node.groups());
        return window(
                conv,
                node.name(),
                node.input(),
                node.kernelHeight(),
                node.kernelWidth(),
                node.stride(),
                node.padding());
    }

    @Override
    public String batchNorm(BatchNorm node) {
        return norm(
                node.name(),
                List.of(
                        value(node.input()),
                        weight(node.weight()),
                        weight(node.bias()),
                        weight(node.runningMean()),
                        weight(node.runningVar())),
                node.epsilon());
    }

    /** A batch norm with mean 0 and variance 1: one pass where a product and a sum would be two. */
    @Override
    public String scaleShift(ScaleShift node) {
        String zeros = graph.initializer("zeros." + node.channels(), FloatTensor.filled(node.channels(), 0));
        String ones = graph.initializer("ones." + node.channels(), FloatTensor.filled(node.channels(), 1));
        return norm(
                node.name(), List.of(value(node.input()), weight(node.weight()), weight(node.bias()), zeros, ones), 0);
    }

    @Override
    public String concat(Concat node) {
        OnnxOp concat =
                new OnnxOp("Concat", node.inputs().stream().map(this::value).toList(), value(node.name()));
        graph.add(concat.integer("axis", 1));
        return value(node.name());
    }

    /** In evaluation dropout does nothing: its value is its input's. */
    @Override
    public String dropout(Dropout node) {
        values.put(node.name(), value(node.input()));
        return value(node.name());
    }

    @Override
    public String globalPool(GlobalPool node) {
        String input = value(node.input());
        String pooled = switch (node.kind()) {
            case AVERAGE -> emit("GlobalAveragePool", node.name() + "/average", input);
            case MAX -> emit("GlobalMaxPool", node.name() + "/max", input);
            case MAX_AND_AVERAGE -> {
                String largest = emit("GlobalMaxPool", node.name() + "/max", input);
                String mean = emit("GlobalAveragePool", node.name() + "/average", input);
                graph.add(new OnnxOp("Concat", List.of(largest, mean), node.name() + "/both").integer("axis", 1));
                yield node.name() + "/both";
            }
        };
        graph.add(op("Flatten", node.name(), pooled).integer("axis", 1));
        return value(node.name());
    }

    @Override
    public String linear(Linear node) {
        List<String> inputs = new ArrayList<>(List.of(value(node.input()), weight(node.weight())));
        node.bias().ifPresent(bias -> inputs.add(weight(bias)));
        graph.add(new OnnxOp("Gemm", inputs, value(node.name())).integer("transB", 1));
        return value(node.name());
    }

    private String window(
            OnnxOp op, String name, String input, int kernelHeight, int kernelWidth, int stride, Padding padding) {
        op.integers("kernel_shape", kernelHeight, kernelWidth).integers("strides", stride, stride);
        OnnxPadding.write(op, padding, Optional.ofNullable(shapes.get(input)), kernelHeight, kernelWidth, stride);
        graph.add(op);
        return value(name);
    }

    private String norm(String name, List<String> inputs, double epsilon) {
        graph.add(new OnnxOp("BatchNormalization", inputs, value(name)).real("epsilon", epsilon));
        return value(name);
    }

    private String emit(String type, String name, String... inputs) {
        graph.add(op(type, name, inputs));
        return value(name);
    }

    private OnnxOp op(String type, String name, String... inputs) {
        return new OnnxOp(type, List.of(inputs), value(name));
    }

    private String weight(String name) {
        return graph.initializer(name, model.weights().tensor(name));
    }

    private String scalar(String name, double value) {
        return graph.initializer(name, FloatTensor.scalar((float) value));
    }
}
