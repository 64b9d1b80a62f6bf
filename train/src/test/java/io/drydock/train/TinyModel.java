package io.drydock.train;

import io.drydock.network.Model;
import io.drydock.network.graph.Activation;
import io.drydock.network.graph.Add;
import io.drydock.network.graph.BatchNorm;
import io.drydock.network.graph.Conv;
import io.drydock.network.graph.GlobalPool;
import io.drydock.network.graph.Linear;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Node;
import io.drydock.network.graph.Padding;
import io.drydock.network.graph.Stage;
import io.drydock.network.weights.FormulaWeights;
import java.util.List;

/** A residual network of three convolutions: all kinds of tensors, none of the size. */
public final class TinyModel {
    private TinyModel() {}

    public static Model pretrained() {
        List<Node> nodes = List.of(
                Conv.square("conv1", "image", 3, 8, 3, 2, new Padding.Same()),
                new BatchNorm("bn1", "conv1", "bn1", 8, 1e-5),
                new Activation("act1", "bn1", Activation.Kind.RELU6),
                Conv.grouped("conv2", "act1", 8, 8, 3, 1, Padding.of(1), 8),
                new BatchNorm("bn2", "conv2", "bn2", 8, 1e-5),
                new Add("add", "bn2", "act1"),
                new Activation("act2", "add", Activation.Kind.RELU),
                Conv.square("conv3", "act2", 8, 16, 1, 2, Padding.NONE),
                new BatchNorm("bn3", "conv3", "bn3", 16, 1e-5),
                new Activation("act3", "bn3", Activation.Kind.RELU),
                new GlobalPool("global_pool", "act3", GlobalPool.Kind.AVERAGE),
                Linear.withBias("fc", "global_pool", 16, 10));
        Network network = new Network(
                "tiny",
                nodes,
                "image",
                "act3",
                "global_pool",
                "fc",
                List.of(new Stage("stem", "act1"), new Stage("layer1", "act2"), new Stage("layer2", "act3")));
        return new Model(network, FormulaWeights.of(network));
    }
}
