package io.drydock.network.zoo;

import io.drydock.network.graph.Activation;
import io.drydock.network.graph.AveragePool;
import io.drydock.network.graph.Concat;
import io.drydock.network.graph.MaxPool;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Padding;
import java.util.ArrayList;
import java.util.List;

/**
 * Densely connected networks (Huang et al., arXiv:1608.06993) as timm names them: each layer reads all before it.
 *
 * @param depths layers in each dense block
 * @param growth channels that a layer adds
 */
record DenseNet(String name, List<Integer> depths, int growth) {
    private static final int STEM_WIDTH = 64;
    private static final int BOTTLENECK = 4;

    Network network(int classes) {
        GraphBuilder graph = new GraphBuilder(1e-5, Activation.Kind.RELU);
        String x = graph.conv("features.conv0", GraphBuilder.INPUT, 3, STEM_WIDTH, 7, 2, Padding.of(3));
        x = graph.normAct("features.norm0", x, STEM_WIDTH);
        x = graph.stage("stem", graph.add(new MaxPool("features.pool0", x, 3, 2, Padding.of(1))));
        int width = STEM_WIDTH;
        for (int block = 0; block < depths.size(); block++) {
            boolean last = block == depths.size() - 1;
            x = denseBlock(graph, "features.denseblock" + (block + 1), x, width, depths.get(block));
            width += depths.get(block) * growth;
            if (last) {
                x = graph.normAct("features.norm5", x, width);
            } else {
                x = transition(graph, "features.transition" + (block + 1), x, width);
                width /= 2;
            }
            graph.stage("denseblock" + (block + 1), x);
        }
        return graph.classified(name, x, width, 0, "classifier", classes);
    }

    private String denseBlock(GraphBuilder graph, String at, String input, int in, int layers) {
        List<String> parts = new ArrayList<>(List.of(input));
        for (int layer = 1; layer <= layers; layer++) {
            String name = at + ".denselayer" + layer;
            int width = in + (layer - 1) * growth;
            String all = parts.size() == 1 ? input : graph.add(new Concat(name + ".concat", parts));
            String x = graph.normAct(name + ".norm1", all, width);
            x = graph.conv(name + ".conv1", x, width, BOTTLENECK * growth, 1, 1, Padding.NONE);
            x = graph.normAct(name + ".norm2", x, BOTTLENECK * growth);
            parts.add(graph.conv(name + ".conv2", x, BOTTLENECK * growth, growth, 3, 1, Padding.of(1)));
        }
        return graph.add(new Concat(at + ".concat", parts));
    }

    private static String transition(GraphBuilder graph, String at, String input, int width) {
        String x = graph.normAct(at + ".norm", input, width);
        x = graph.conv(at + ".conv", x, width, width / 2, 1, 1, Padding.NONE);
        return graph.add(new AveragePool(at + ".pool", x, 2, 2, Padding.NONE));
    }
}
