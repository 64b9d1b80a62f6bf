package io.drydock.train.torch;

import io.drydock.network.graph.Activation;
import io.drydock.network.graph.Add;
import io.drydock.network.graph.BatchNorm;
import io.drydock.network.graph.Conv;
import io.drydock.network.graph.Linear;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Node;
import io.drydock.network.graph.ScaleShift;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which outputs may be overwritten by the node that reads them: those that nobody else reads and that no backward pass
 * needs (a convolution, norm, sum or linear layer does not look at its own output again). Safe for use by many threads.
 */
final class InPlace {
    private final Set<String> overwritable = new HashSet<>();

    InPlace(Network network) {
        Map<String, Integer> readers = new HashMap<>();
        network.nodes().forEach(node -> node.inputs().forEach(input -> readers.merge(input, 1, Integer::sum)));
        List<String> wanted = List.of(network.input(), network.output(), network.pooled(), network.featureMap());
        for (Node node : network.nodes()) {
            if (forgets(node) && readers.getOrDefault(node.name(), 0) == 1 && !wanted.contains(node.name())) {
                overwritable.add(node.name());
            }
        }
    }

    private static boolean forgets(Node node) {
        return node instanceof Conv
                || node instanceof BatchNorm
                || node instanceof Add
                || node instanceof Linear
                || node instanceof ScaleShift;
    }

    boolean allows(Activation node) {
        return overwritable.contains(node.input());
    }

    /** The input of a sum that can take the result, or "" if neither can. */
    String target(Add node) {
        if (overwritable.contains(node.left()) && !node.left().equals(node.right())) {
            return node.left();
        }
        return overwritable.contains(node.right()) && !node.left().equals(node.right()) ? node.right() : "";
    }
}
