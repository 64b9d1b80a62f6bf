package io.drydock.train.plan;

import io.drydock.network.graph.BatchNorm;
import io.drydock.network.graph.Conv;
import io.drydock.network.graph.Network;
import io.drydock.network.rewrite.FoldBatchNorm;
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
        FoldBatchNorm.pairs(network).forEach((norm, conv) -> {
            if (!moving.contains(norm.name())) {
                byConv.put(conv.name(), norm);
                names.add(norm.name());
            }
        });
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
