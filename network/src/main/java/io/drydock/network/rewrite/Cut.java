package io.drydock.network.rewrite;

import io.drydock.core.error.ConfigException;
import io.drydock.network.Model;
import io.drydock.network.graph.GlobalPool;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Node;
import io.drydock.network.graph.Stage;
import io.drydock.network.graph.WeightSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Parts of a network, each a network itself. Safe for use by many threads. */
public final class Cut {
    /** Input name of a head that was cut off: the pooled features. */
    public static final String FEATURES = "features";

    private Cut() {}

    /** From the image to the pooled features, as the network's own head pools them. */
    public static Network backbone(Network network) {
        return upToNode(network, network.pooled(), network.stages());
    }

    /** From the image to features pooled in a given way: MAX_AND_AVERAGE for fast.ai's head, AVERAGE for a linear one. */
    public static Network backbone(Network network, GlobalPool.Kind kind) {
        Network body = body(network);
        List<Node> nodes = new ArrayList<>(body.nodes());
        nodes.add(new GlobalPool("pool", network.featureMap(), kind));
        return new Network(
                network.name(), nodes, network.input(), network.featureMap(), "pool", "pool", network.stages());
    }

    /** The backbone of a model, with its weights. */
    public static Model backbone(Model model, GlobalPool.Kind kind) {
        return part(model, backbone(model.network(), kind));
    }

    /** From the image to the last feature map: all stages, no pooling. */
    public static Network body(Network network) {
        return upToNode(network, network.featureMap(), network.stages());
    }

    /** From the pooled features (input {@link #FEATURES}) to the output: dropout, norms and linear layers. */
    public static Network head(Network network) {
        return after(network, network.pooled(), List.of(), FEATURES, "", "");
    }

    /** The head of a model, with its weights. */
    public static Model head(Model model) {
        return part(model, head(model.network()));
    }

    /**
     * From the image to the end of a stage.
     *
     * @throws ConfigException if there is no such stage
     */
    public static Network upTo(Network network, String stageName) {
        int end = stageIndex(network, stageName);
        Stage stage = network.stages().get(end);
        return upToNode(network, stage.lastNode(), network.stages().subList(0, end + 1));
    }

    /**
     * From the output of a stage (the input's name is that stage's last node) on.
     *
     * @throws ConfigException if there is no such stage
     */
    public static Network after(Network network, String stageName) {
        int end = stageIndex(network, stageName);
        String boundary = network.stages().get(end).lastNode();
        List<Stage> rest = network.stages().subList(end + 1, network.stages().size());
        return after(network, boundary, rest, boundary, network.featureMap(), network.pooled());
    }

    /** Those weights of a model that a part of it needs. */
    public static Model part(Model model, Network part) {
        Set<String> needed = part.weights().stream().map(WeightSpec::name).collect(Collectors.toSet());
        return new Model(part, model.weights().filter(needed::contains));
    }

    private static int stageIndex(Network network, String stageName) {
        List<String> names = network.stages().stream().map(Stage::name).toList();
        int index = names.indexOf(stageName);
        if (index < 0) {
            throw new ConfigException("\"" + stageName + "\" is not a stage of " + network.name() + ". Its stages are "
                    + String.join(", ", names) + ".");
        }
        return index;
    }

    private static Network upToNode(Network network, String last, List<Stage> stages) {
        int end = network.nodes().indexOf(network.node(last));
        List<Node> nodes = network.nodes().subList(0, end + 1);
        Set<String> present = nodes.stream().map(Node::name).collect(Collectors.toSet());
        String featureMap = present.contains(network.featureMap()) ? network.featureMap() : "";
        String pooled = present.contains(network.pooled()) ? network.pooled() : "";
        return new Network(network.name(), nodes, network.input(), featureMap, pooled, last, stages);
    }

    private static Network after(
            Network network, String boundary, List<Stage> stages, String input, String featureMap, String pooled) {
        int start = network.nodes().indexOf(network.node(boundary)) + 1;
        UnaryOperator<String> renaming = name -> name.equals(boundary) ? input : name;
        List<Node> nodes = network.nodes().subList(start, network.nodes().size()).stream()
                .map(node -> node.renamingInputs(renaming))
                .toList();
        return new Network(network.name(), nodes, input, featureMap, pooled, network.output(), stages);
    }
}
