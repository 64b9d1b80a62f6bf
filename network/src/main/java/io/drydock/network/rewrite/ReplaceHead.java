package io.drydock.network.rewrite;

import io.drydock.core.random.RandomStream;
import io.drydock.network.Model;
import io.drydock.network.graph.Activation;
import io.drydock.network.graph.BatchNorm;
import io.drydock.network.graph.Dropout;
import io.drydock.network.graph.GlobalPool;
import io.drydock.network.graph.Linear;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Node;
import io.drydock.network.graph.WeightSpec;
import io.drydock.network.weights.WeightSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts another head on a backbone. Safe for use by many threads. */
public final class ReplaceHead {
    private static final int HIDDEN = 512;

    private ReplaceHead() {}

    /**
     * Average pooling, dropout, and one linear layer under the name that timm gives it ({@code fc} for a ResNet,
     * {@code classifier} for the others), so that files load into timm.
     */
    public static Network linear(Network network, int classes) {
        return linear(network, classes, 0);
    }

    /** The same with {@code dropout}, a probability in [0, 1), before the linear layer. */
    public static Network linear(Network network, int classes, double dropout) {
        List<Node> head = new ArrayList<>();
        head.add(new GlobalPool("global_pool", network.featureMap(), GlobalPool.Kind.AVERAGE));
        if (dropout > 0) {
            head.add(new Dropout("drop", "global_pool", dropout));
        }
        String features = head.get(head.size() - 1).name();
        head.add(Linear.withBias(classifierName(network), features, network.channels(network.featureMap()), classes));
        return withHead(network, head);
    }

    /**
     * fast.ai's head: concat pooling, batch norm, dropout .25, linear to 512, ReLU, batch norm, dropout .5, linear
     * to the classes; {@code head.bn1}, {@code head.fc1}, {@code head.bn2}, {@code head.fc2}, no biases.
     */
    public static Network concatPool(Network network, int classes) {
        return concatPool(network, classes, 0.25, 0.5);
    }

    /** The same with other dropout probabilities. */
    public static Network concatPool(Network network, int classes, double firstDropout, double secondDropout) {
        int width = 2 * network.channels(network.featureMap());
        return withHead(
                network,
                List.of(
                        new GlobalPool("head.pool", network.featureMap(), GlobalPool.Kind.MAX_AND_AVERAGE),
                        new BatchNorm("head.bn1", "head.pool", "head.bn1", width, 1e-5),
                        new Dropout("head.drop1", "head.bn1", firstDropout),
                        Linear.withoutBias("head.fc1", "head.drop1", width, HIDDEN),
                        new Activation("head.act", "head.fc1", Activation.Kind.RELU),
                        new BatchNorm("head.bn2", "head.act", "head.bn2", HIDDEN, 1e-5),
                        new Dropout("head.drop2", "head.bn2", secondDropout),
                        Linear.withoutBias("head.fc2", "head.drop2", HIDDEN, classes)));
    }

    /** A model with a fresh linear head, its weights drawn from {@code stream}; the backbone's are kept. */
    public static Model linear(Model model, int classes, RandomStream stream) {
        return withFreshWeights(linear(model.network(), classes), model, stream);
    }

    /** A model with a fresh fast.ai head, its weights drawn from {@code stream}; the backbone's are kept. */
    public static Model concatPool(Model model, int classes, RandomStream stream) {
        return withFreshWeights(concatPool(model.network(), classes), model, stream);
    }

    /**
     * {@code network}'s head over {@code model}'s backbone: the head's weights are drawn from {@code stream}.
     *
     * @throws io.drydock.core.error.WeightsException if the backbones differ
     */
    public static Model withFreshWeights(Network network, Model model, RandomStream stream) {
        Network backbone = Cut.body(model.network());
        Set<String> names = backbone.weights().stream().map(WeightSpec::name).collect(Collectors.toSet());
        WeightSet kept = model.weights().filter(names::contains);
        return new Model(network, kept.with(InitialWeights.of(network.headNodes(), stream)));
    }

    private static String classifierName(Network network) {
        return network.name().startsWith("resnet") ? "fc" : "classifier";
    }

    private static Network withHead(Network network, List<Node> head) {
        List<Node> nodes = new ArrayList<>(Cut.body(network).nodes());
        nodes.addAll(head);
        return new Network(
                network.name(),
                nodes,
                network.input(),
                network.featureMap(),
                head.get(0).name(),
                head.get(head.size() - 1).name(),
                network.stages());
    }
}
