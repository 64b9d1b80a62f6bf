package io.drydock.network.onnx;

import java.util.List;
import java.util.stream.LongStream;

/** A NodeProto in the making (fields: input 1, output 2, name 3, op_type 4, attribute 5). For one thread at a time. */
final class OnnxOp {
    private static final int FLOAT_ATTRIBUTE = 1;
    private static final int INT_ATTRIBUTE = 2;
    private static final int STRING_ATTRIBUTE = 3;
    private static final int INTS_ATTRIBUTE = 7;

    private final ProtoMessage node = new ProtoMessage();

    /** An operation of a type and its inputs; an empty name is an input that is left out. */
    OnnxOp(String type, List<String> inputs, String output) {
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(3, output + "/" + type).text(4, type);
    }

    OnnxOp integer(String name, long value) {
        return attribute(new ProtoMessage().text(1, name).varint(3, value).varint(20, INT_ATTRIBUTE));
    }

    OnnxOp real(String name, double value) {
        return attribute(
                new ProtoMessage().text(1, name).float32(2, (float) value).varint(20, FLOAT_ATTRIBUTE));
    }

    OnnxOp string(String name, String value) {
        return attribute(new ProtoMessage().text(1, name).text(4, value).varint(20, STRING_ATTRIBUTE));
    }

    OnnxOp integers(String name, long... values) {
        ProtoMessage attribute = new ProtoMessage().text(1, name);
        LongStream.of(values).forEach(value -> attribute.varint(8, value));
        return attribute(attribute.varint(20, INTS_ATTRIBUTE));
    }

    ProtoMessage message() {
        return node;
    }

    private OnnxOp attribute(ProtoMessage attribute) {
        node.message(5, attribute);
        return this;
    }
}
