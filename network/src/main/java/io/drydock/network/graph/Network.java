package io.drydock.network.graph;

import io.drydock.core.data.ImageSize;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A network as a value: nodes in an order in which they can be computed, each reading earlier ones by name.
 *
 * @param name model name, such as {@code resnet50}
 * @param nodes in order of computation
 * @param input name that stands for what is fed in: an image batch, or features for a head alone
 * @param featureMap node with the backbone's last activation, or "" where there is none (a head alone)
 * @param pooled node with the pooled features, or "" where there is none
 * @param output node with the result
 * @param stages consecutive parts of the backbone from the input on; the nodes after the last are the head
 */
public record Network(
        String name,
        List<Node> nodes,
        String input,
        String featureMap,
        String pooled,
        String output,
        List<Stage> stages) {
    public Network {
        nodes = List.copyOf(nodes);
        stages = List.copyOf(stages);
        Set<String> known = new HashSet<>();
        known.add(input);
        for (Node node : nodes) {
            for (String read : node.inputs()) {
                require(
                        known.contains(read),
                        name + ": node " + node.name() + " reads " + read + ", which no earlier node makes");
            }
            require(known.add(node.name()), name + ": two nodes are called " + node.name());
        }
        for (String named : List.of(output, featureMap, pooled)) {
            require(named.isEmpty() || known.contains(named), name + ": there is no node " + named);
        }
        for (Stage stage : stages) {
            require(known.contains(stage.lastNode()), name + ": stage " + stage.name() + " ends at no node");
        }
    }

    /**
     * The node of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Node node(String nodeName) {
        return nodes.stream()
                .filter(node -> node.name().equals(nodeName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no node " + nodeName));
    }

    /** All tensors, in order of the nodes. */
    public List<WeightSpec> weights() {
        return nodes.stream().flatMap(node -> node.weights().stream()).toList();
    }

    /** Number of trainable values. */
    public long parameters() {
        return weights().stream()
                .filter(spec -> spec.role().parameter())
                .mapToLong(WeightSpec::size)
                .sum();
    }

    /** All tensor names of a PyTorch state dict, with the step counts of batch norms, in order of the nodes. */
    public List<String> stateNames() {
        List<String> names = new ArrayList<>();
        for (Node node : nodes) {
            node.weights().forEach(spec -> names.add(spec.name()));
            if (node instanceof BatchNorm norm) {
                names.add(norm.batchesTracked());
            }
        }
        return names;
    }

    /**
     * Shape of each node's output for one RGB image, in order of the nodes.
     *
     * @throws IllegalArgumentException if the image is too small
     */
    public Map<String, Shape> shapes(ImageSize size) {
        return shapes(new Shape(3, size.height(), size.width()));
    }

    /** Shape of each node's output for one input of the given shape, in order of the nodes. */
    public Map<String, Shape> shapes(Shape inputShape) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put(input, inputShape);
        for (Node node : nodes) {
            shapes.put(
                    node.name(),
                    node.output(node.inputs().stream().map(shapes::get).toList()));
        }
        shapes.remove(input);
        return shapes;
    }

    /** Multiplications with an addition for one RGB image. */
    public long multiplyAdds(ImageSize size) {
        Map<String, Shape> shapes = shapes(size);
        shapes.put(input, new Shape(3, size.height(), size.width()));
        return nodes.stream()
                .mapToLong(node -> node.multiplyAdds(
                        node.inputs().stream().map(shapes::get).toList()))
                .sum();
    }

    /** Number of float values in all activations for one RGB image: what a backward pass may have to keep. */
    public long activationValues(ImageSize size) {
        return shapes(size).values().stream().mapToLong(Shape::size).sum();
    }

    /** Width of the output: classes of a classifier, features of a backbone. */
    public int outputWidth() {
        return channels(output);
    }

    /**
     * Width of the pooled features.
     *
     * @throws IllegalArgumentException if the network pools nothing
     */
    public int pooledWidth() {
        return channels(pooled);
    }

    /** Number of channels of a node's output, whatever the size of the image. */
    public int channels(String nodeName) {
        return ChannelCount.of(this, nodeName);
    }

    /**
     * Nodes of a stage, in order.
     *
     * @throws IllegalArgumentException if there is no such stage
     */
    public List<Node> nodesOf(Stage stage) {
        int index = stages.indexOf(stage);
        require(index >= 0, name + " has no stage " + stage.name());
        List<Node> through = nodesThrough(stage);
        int from = index == 0 ? 0 : nodesThrough(stages.get(index - 1)).size();
        return through.subList(from, through.size());
    }

    /** Nodes from the first up to and with the last of the stage, in order. */
    public List<Node> nodesThrough(Stage stage) {
        return nodes.subList(0, position(stage.lastNode()) + 1);
    }

    /** Nodes after the last stage: pooling, dropout and classifier. */
    public List<Node> headNodes() {
        return stages.isEmpty()
                ? nodes
                : nodes.subList(position(stages.get(stages.size() - 1).lastNode()) + 1, nodes.size());
    }

    /** Whether any node pads by the size of its input, as TensorFlow's SAME does. */
    public boolean padsByInputSize() {
        return nodes.stream().anyMatch(Node::padsByInputSize);
    }

    /** The stage of that name. */
    public Optional<Stage> stage(String stageName) {
        return stages.stream().filter(stage -> stage.name().equals(stageName)).findFirst();
    }

    private int position(String nodeName) {
        return nodes.indexOf(node(nodeName));
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
