package io.drydock.network.zoo;

import io.drydock.network.graph.Activation;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Padding;
import java.util.List;

/**
 * EfficientNet-Lite (Tan and Le, arXiv:1905.11946, without squeeze-and-excitation and with ReLU6) as timm names its
 * TensorFlow ports: SAME padding, batch norm with epsilon 1e-3, stem, head and first and last stage never scaled.
 *
 * @param width factor on the channels of each stage
 * @param depth factor on the blocks of each stage
 */
record EfficientNetLite(String name, double width, double depth) {
    private static final int STEM_WIDTH = 32;
    private static final int HEAD_WIDTH = 1280;
    private static final double DROPOUT = 0.2;
    private static final Padding SAME = new Padding.Same();
    private static final List<StageShape> STAGES = List.of(
            new StageShape(1, 3, 1, 1, 16),
            new StageShape(2, 3, 2, 6, 24),
            new StageShape(2, 5, 2, 6, 40),
            new StageShape(3, 3, 2, 6, 80),
            new StageShape(3, 5, 1, 6, 112),
            new StageShape(4, 5, 2, 6, 192),
            new StageShape(1, 3, 1, 6, 320));

    /** A stage before scaling: blocks, kernel in pixels, stride of the first block, expansion, channels. */
    private record StageShape(int blocks, int kernel, int stride, int expansion, int channels) {}

    Network network(int classes) {
        GraphBuilder graph = new GraphBuilder(1e-3, Activation.Kind.RELU6);
        String x = graph.conv("conv_stem", GraphBuilder.INPUT, 3, STEM_WIDTH, 3, 2, SAME);
        x = graph.stage("stem", graph.normAct("bn1", x, STEM_WIDTH));
        int in = STEM_WIDTH;
        for (int stage = 0; stage < STAGES.size(); stage++) {
            StageShape shape = STAGES.get(stage);
            boolean scaledDepth = stage > 0 && stage < STAGES.size() - 1;
            int blocks = scaledDepth ? (int) Math.ceil(shape.blocks() * depth) : shape.blocks();
            int out = channels(shape.channels());
            for (int block = 0; block < blocks; block++) {
                int stride = block == 0 ? shape.stride() : 1;
                x = block(graph, "blocks." + stage + "." + block, x, in, out, shape, stride);
                in = out;
            }
            graph.stage("blocks." + stage, x);
        }
        x = graph.conv("conv_head", x, in, HEAD_WIDTH, 1, 1, Padding.NONE);
        x = graph.stage("conv_head", graph.normAct("bn2", x, HEAD_WIDTH));
        return graph.classified(name, x, HEAD_WIDTH, DROPOUT, "classifier", classes);
    }

    private static String block(
            GraphBuilder graph, String at, String input, int in, int out, StageShape shape, int stride) {
        int inner = in * shape.expansion();
        boolean expands = shape.expansion() > 1;
        String x = input;
        if (expands) {
            x = graph.conv(at + ".conv_pw", x, in, inner, 1, 1, Padding.NONE);
            x = graph.normAct(at + ".bn1", x, inner);
        }
        x = graph.depthwise(at + ".conv_dw", x, inner, shape.kernel(), stride, SAME);
        x = graph.normAct(at + (expands ? ".bn2" : ".bn1"), x, inner);
        x = graph.conv(at + (expands ? ".conv_pwl" : ".conv_pw"), x, inner, out, 1, 1, Padding.NONE);
        x = graph.norm(at + (expands ? ".bn3" : ".bn2"), x, out);
        return stride == 1 && in == out ? graph.sum(at + ".add", x, input) : x;
    }

    /** Scaled and rounded to a multiple of 8, by no more than a tenth downward. */
    private int channels(int unscaled) {
        double scaled = unscaled * width;
        int rounded = Math.max(8, (int) (scaled + 4) / 8 * 8);
        return rounded < 0.9 * scaled ? rounded + 8 : rounded;
    }
}
