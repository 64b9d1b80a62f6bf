package io.drydock.network.zoo;

import io.drydock.network.graph.Activation;
import io.drydock.network.graph.MaxPool;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Padding;
import java.util.List;

/**
 * Residual networks (He et al., arXiv:1512.03385) as timm names them; a bottleneck strides in its 3x3 convolution.
 *
 * @param depths residual blocks in each of the four layers
 * @param bottleneck whether a block is 1x1, 3x3, 1x1 with four times the width at its end, or two 3x3
 */
record ResNet(String name, List<Integer> depths, boolean bottleneck) {
    private static final int STEM_WIDTH = 64;

    Network network(int classes) {
        GraphBuilder graph = new GraphBuilder(1e-5, Activation.Kind.RELU);
        String x = graph.conv("conv1", GraphBuilder.INPUT, 3, STEM_WIDTH, 7, 2, Padding.of(3));
        x = graph.act("act1", graph.norm("bn1", x, STEM_WIDTH));
        x = graph.stage("stem", graph.add(new MaxPool("maxpool", x, 3, 2, Padding.of(1))));
        int in = STEM_WIDTH;
        for (int layer = 0; layer < depths.size(); layer++) {
            int width = STEM_WIDTH << layer;
            int out = bottleneck ? 4 * width : width;
            for (int block = 0; block < depths.get(layer); block++) {
                int stride = layer > 0 && block == 0 ? 2 : 1;
                String at = "layer" + (layer + 1) + "." + block;
                x = bottleneck
                        ? bottleneckBlock(graph, at, x, in, width, out, stride)
                        : basicBlock(graph, at, x, in, out, stride);
                in = out;
            }
            graph.stage("layer" + (layer + 1), x);
        }
        return graph.classified(name, x, in, 0, "fc", classes);
    }

    private static String basicBlock(GraphBuilder graph, String at, String input, int in, int out, int stride) {
        String x = graph.conv(at + ".conv1", input, in, out, 3, stride, Padding.of(1));
        x = graph.act(at + ".act1", graph.norm(at + ".bn1", x, out));
        x = graph.norm(at + ".bn2", graph.conv(at + ".conv2", x, out, out, 3, 1, Padding.of(1)), out);
        return joined(graph, at, "act2", x, shortcut(graph, at, input, in, out, stride));
    }

    private static String bottleneckBlock(
            GraphBuilder graph, String at, String input, int in, int width, int out, int stride) {
        String x = graph.conv(at + ".conv1", input, in, width, 1, 1, Padding.NONE);
        x = graph.act(at + ".act1", graph.norm(at + ".bn1", x, width));
        x = graph.conv(at + ".conv2", x, width, width, 3, stride, Padding.of(1));
        x = graph.act(at + ".act2", graph.norm(at + ".bn2", x, width));
        x = graph.norm(at + ".bn3", graph.conv(at + ".conv3", x, width, out, 1, 1, Padding.NONE), out);
        return joined(graph, at, "act3", x, shortcut(graph, at, input, in, out, stride));
    }

    private static String shortcut(GraphBuilder graph, String at, String input, int in, int out, int stride) {
        if (in == out && stride == 1) {
            return input;
        }
        String x = graph.conv(at + ".downsample.0", input, in, out, 1, stride, Padding.NONE);
        return graph.norm(at + ".downsample.1", x, out);
    }

    private static String joined(GraphBuilder graph, String at, String act, String left, String right) {
        return graph.act(at + "." + act, graph.sum(at + ".add", left, right));
    }
}
