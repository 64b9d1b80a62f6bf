package io.drydock.network.rewrite;

import io.drydock.network.graph.BatchNorm;
import io.drydock.network.graph.Conv;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Node;
import io.drydock.network.graph.ScaleShift;
import io.drydock.network.graph.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which batch norms of a network's stages fold into which convolutions, and which cannot. Safe for use by many threads.
 */
final class FoldPlan {
    private final Map<BatchNorm, Conv> pairs;
    private final List<BatchNorm> unfoldable;
    private final Map<String, String> convOfNorm;
    private final Map<String, Conv> foldedConvs;

    private FoldPlan(Map<BatchNorm, Conv> pairs, List<BatchNorm> unfoldable) {
        this.pairs = pairs;
        this.unfoldable = unfoldable;
        this.convOfNorm = new HashMap<>();
        this.foldedConvs = new HashMap<>();
        pairs.forEach((norm, conv) -> {
            convOfNorm.put(norm.name(), conv.name());
            foldedConvs.put(conv.name(), conv);
        });
    }

    static FoldPlan of(Network network) {
        Map<String, Node> byName = network.nodes().stream().collect(Collectors.toMap(Node::name, node -> node));
        Map<String, Long> readers = network.nodes().stream()
                .flatMap(node -> node.inputs().stream())
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        Map<BatchNorm, Conv> pairs = new LinkedHashMap<>();
        List<BatchNorm> unfoldable = new ArrayList<>();
        for (Stage stage : network.stages()) {
            for (Node node : network.nodesOf(stage)) {
                if (node instanceof BatchNorm norm) {
                    if (byName.get(norm.input()) instanceof Conv conv && readers.getOrDefault(conv.name(), 0L) == 1) {
                        pairs.put(norm, conv);
                    } else {
                        unfoldable.add(norm);
                    }
                }
            }
        }
        return new FoldPlan(pairs, unfoldable);
    }

    /** Each foldable norm with the convolution before it, in order of the network. */
    Map<BatchNorm, Conv> pairs() {
        return pairs;
    }

    /** Norms of the stages with no convolution of their own before them. */
    List<BatchNorm> unfoldable() {
        return unfoldable;
    }

    boolean foldedNorm(Node node) {
        return convOfNorm.containsKey(node.name());
    }

    Node rewritten(Node node) {
        Node renamed = node.renamingInputs(this::renamed);
        if (renamed instanceof Conv conv && foldedConvs.containsKey(conv.name())) {
            return conv.withBias(biasName(conv));
        }
        if (renamed instanceof BatchNorm norm
                && unfoldable.stream().anyMatch(u -> u.name().equals(norm.name()))) {
            return new ScaleShift(norm.name(), norm.input(), norm.prefix(), norm.channels());
        }
        return renamed;
    }

    String renamed(String nodeName) {
        return convOfNorm.getOrDefault(nodeName, nodeName);
    }

    List<Stage> renamed(List<Stage> stages) {
        return stages.stream()
                .map(stage -> new Stage(stage.name(), renamed(stage.lastNode())))
                .toList();
    }

    /** Name of a folded convolution's bias: its own, or the kernel's with {@code bias} at the end. */
    static String biasName(Conv conv) {
        return conv.bias().orElseGet(() -> conv.weight().replaceFirst("\\.weight$", "") + ".bias");
    }
}
