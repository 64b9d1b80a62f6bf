package io.drydock.infer;

import io.drydock.core.random.RandomStream;
import io.drydock.network.Model;
import io.drydock.network.graph.Activation;
import io.drydock.network.graph.BatchNorm;
import io.drydock.network.graph.Conv;
import io.drydock.network.graph.GlobalPool;
import io.drydock.network.graph.Linear;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Node;
import io.drydock.network.graph.Padding;
import io.drydock.network.graph.Stage;
import io.drydock.network.rewrite.Cut;
import io.drydock.network.rewrite.ReplaceHead;
import io.drydock.network.weights.FloatTensor;
import io.drydock.network.weights.FormulaWeights;
import io.drydock.network.weights.WeightSet;
import java.util.List;
import java.util.Optional;

/** A network of one convolution, for tests that need a real model but not its size. */
public final class TinyModel {
    public static final int CHANNELS = 12;
    public static final int CLASSES = 5;

    private TinyModel() {}

    /** With an average pool and one linear layer. */
    public static Model linear() {
        Network network = network();
        return new Model(network, FormulaWeights.of(network));
    }

    /** With fast.ai's head, norms and all. */
    public static Model concatPool() {
        Network network = ReplaceHead.concatPool(network(), CLASSES);
        return new Model(network, FormulaWeights.of(network));
    }

    /** Image to concat-pooled features. */
    public static Model backbone() {
        return Cut.backbone(concatPool(), GlobalPool.Kind.MAX_AND_AVERAGE);
    }

    /** A backbone with other weights. */
    public static Model otherBackbone() {
        Model model = backbone();
        FloatTensor kernel = model.weights().tensor("conv.weight");
        float[] values = kernel.values().clone();
        values[0] += 0.5f;
        return new Model(
                model.network(),
                new WeightSet(model.weights().tensors()).with("conv.weight", new FloatTensor(kernel.shape(), values)));
    }

    private static Network network() {
        List<Node> nodes = List.of(
                new Conv(
                        "conv",
                        "image",
                        "conv.weight",
                        Optional.empty(),
                        3,
                        CHANNELS,
                        3,
                        3,
                        4,
                        new Padding.Explicit(1, 1, 1, 1),
                        1),
                new BatchNorm("bn", "conv", "bn", CHANNELS, 1e-5),
                new Activation("act", "bn", Activation.Kind.RELU),
                new GlobalPool("global_pool", "act", GlobalPool.Kind.AVERAGE),
                Linear.withBias("fc", "global_pool", CHANNELS, CLASSES));
        return new Network("tiny", nodes, "image", "act", "global_pool", "fc", List.of(new Stage("stem", "act")));
    }

    /** A stream for what tests draw. */
    public static RandomStream stream(long seed) {
        return RandomStream.of(seed, "test");
    }
}
