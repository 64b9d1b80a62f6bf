package io.drydock.train.plan;

import io.drydock.network.graph.BatchNorm;
import io.drydock.network.graph.Conv;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Batch norms whose statistics stay as they are and that alone read a convolution: they are multiplied into its kernel and
 * bias on every pass, which costs as much as a folded network while scale, shift and kernel train as they are stored.
 * Safe for use by many threads.
 */
public final class FixedNorms {
    private final Map<String, BatchNorm> byConv = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    /** @param moving names of norms that use the statistics of each batch, never among these */
    public FixedNorms(Network network, Set<String> moving) {
        Map<String, Integer> readers = new HashMap<>();
        Set<String> convs = new HashSet<>();
        for (Node node : network.nodes()) {
            node.inputs().forEach(input -> readers.merge(input, 1, Integer::sum));
            if (node instanceof Conv) {
                convs.add(node.name());
            }
        }
        for (Node node : network.nodes()) {
            if (node instanceof BatchNorm norm
                    && !moving.contains(norm.name())
                    && convs.contains(norm.input())
                    && readers.getOrDefault(norm.input(), 0) == 1) {
                byConv.put(norm.input(), norm);
                names.add(norm.name());
            }
        }
    }

    /** The norm that a convolution takes in. */
    public Optional<BatchNorm> of(Conv conv) {
        return Optional.ofNullable(byConv.get(conv.name()));
    }

    /** Whether a norm's work is done by the convolution before it. */
    public boolean taken(BatchNorm norm) {
        return names.contains(norm.name());
    }
}
