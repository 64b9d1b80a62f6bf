package io.drydock.network.onnx;

import io.drydock.network.weights.FloatTensor;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** A GraphProto in the making, then the ModelProto around it (onnx.proto3). For one thread at a time. */
final class OnnxGraph {
    private static final int IR_VERSION = 8;
    private static final int OPSET = 17;
    private static final int FLOAT = 1;

    private final ProtoMessage nodes = new ProtoMessage();
    private final ProtoMessage initializers = new ProtoMessage();
    private final ProtoMessage inputs = new ProtoMessage();
    private final ProtoMessage outputs = new ProtoMessage();
    private final Set<String> initialized = new HashSet<>();

    void add(OnnxOp op) {
        nodes.message(1, op.message());
    }

    /** Stores a tensor once, under its name. */
    String initializer(String name, FloatTensor tensor) {
        if (initialized.add(name)) {
            ProtoMessage message = new ProtoMessage();
            IntStream.of(tensor.shape()).forEach(side -> message.varint(1, side));
            initializers.message(5, message.varint(2, FLOAT).text(8, name).floats(9, tensor.values()));
        }
        return name;
    }

    void input(String name, List<Dimension> dimensions) {
        inputs.message(11, value(name, dimensions));
    }

    void output(String name, List<Dimension> dimensions) {
        outputs.message(12, value(name, dimensions));
    }

    ProtoMessage file(String name, Map<String, String> metadata) {
        ProtoMessage graph = new ProtoMessage();
        graph.include(nodes).text(2, name).include(initializers).include(inputs).include(outputs);
        ProtoMessage file = new ProtoMessage()
                .varint(1, IR_VERSION)
                .text(2, "drydock")
                .message(7, graph)
                .message(8, new ProtoMessage().text(1, "").varint(2, OPSET));
        metadata.forEach(
                (key, value) -> file.message(14, new ProtoMessage().text(1, key).text(2, value)));
        return file;
    }

    private static ProtoMessage value(String name, List<Dimension> dimensions) {
        ProtoMessage shape = new ProtoMessage();
        dimensions.forEach(dimension -> shape.message(1, dimension.message()));
        ProtoMessage tensor = new ProtoMessage().varint(1, FLOAT).message(2, shape);
        return new ProtoMessage().text(1, name).message(2, new ProtoMessage().message(1, tensor));
    }

    /** A number, or a name for one that is known only when the graph runs. */
    record Dimension(String name, int size) {
        static Dimension free(String name) {
            return new Dimension(name, 0);
        }

        static Dimension of(int size) {
            return new Dimension("", size);
        }

        private ProtoMessage message() {
            return name.isEmpty() ? new ProtoMessage().varint(1, size) : new ProtoMessage().text(2, name);
        }
    }
}
