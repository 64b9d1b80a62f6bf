package io.drydock.network.zoo;

import io.drydock.network.graph.Activation;
import io.drydock.network.graph.Add;
import io.drydock.network.graph.BatchNorm;
import io.drydock.network.graph.Conv;
import io.drydock.network.graph.Dropout;
import io.drydock.network.graph.GlobalPool;
import io.drydock.network.graph.Linear;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Node;
import io.drydock.network.graph.Padding;
import io.drydock.network.graph.Stage;
import java.util.ArrayList;
import java.util.List;

/** Appends nodes one after another; each method returns the name of the node it added. For one thread at a time. */
final class GraphBuilder {
    static final String INPUT = "image";

    private final List<Node> nodes = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private final double epsilon;
    private final Activation.Kind activation;

    GraphBuilder(double epsilon, Activation.Kind activation) {
        this.epsilon = epsilon;
        this.activation = activation;
    }

    String add(Node node) {
        nodes.add(node);
        return node.name();
    }

    String conv(String name, String input, int in, int out, int kernel, int stride, Padding padding) {
        return add(Conv.square(name, input, in, out, kernel, stride, padding));
    }

    String depthwise(String name, String input, int channels, int kernel, int stride, Padding padding) {
        return add(Conv.grouped(name, input, channels, channels, kernel, stride, padding, channels));
    }

    String norm(String name, String input, int channels) {
        return add(new BatchNorm(name, input, name, channels, epsilon));
    }

    /** Batch norm and then the non-linearity. */
    String normAct(String name, String input, int channels) {
        return act(name + ".act", norm(name, input, channels));
    }

    String act(String name, String input) {
        return add(new Activation(name, input, activation));
    }

    String sum(String name, String left, String right) {
        return add(new Add(name, left, right));
    }

    String stage(String name, String lastNode) {
        stages.add(new Stage(name, lastNode));
        return lastNode;
    }

    /** Average pooling, dropout where there is one, and a linear classifier called {@code classifier}. */
    Network classified(String name, String featureMap, int width, double dropout, String classifier, int classes) {
        String pooled = add(new GlobalPool("global_pool", featureMap, GlobalPool.Kind.AVERAGE));
        String features = dropout > 0 ? add(new Dropout("drop", pooled, dropout)) : pooled;
        String output = add(Linear.withBias(classifier, features, width, classes));
        return new Network(name, nodes, INPUT, featureMap, pooled, output, stages);
    }
}
