package io.drydock.network.rewrite;

import io.drydock.network.graph.BatchNorm;
import io.drydock.network.graph.Conv;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Node;
import io.drydock.network.graph.ScaleShift;
import io.drydock.network.weights.FloatTensor;
import io.drydock.network.weights.StrictLoad;
import io.drydock.network.weights.WeightSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Writes folded weights back as timm stores them: of a folded pair the kernel stays, norm weight = 1, norm bias = the
 * bias, running mean = 0, running variance = 1 - epsilon; a {@link ScaleShift} likewise. Safe for use by many threads.
 */
public final class Unfold {
    private Unfold() {}

    /**
     * The tensors of {@code network}, as it was before folding.
     *
     * @param folded tensors of {@code FoldBatchNorm.network(network)}
     */
    public static WeightSet apply(Network network, WeightSet folded) {
        FoldPlan plan = FoldPlan.of(network);
        Map<String, FloatTensor> unfolded = new LinkedHashMap<>(folded.tensors());
        plan.pairs().forEach((norm, conv) -> unfold(conv, norm, unfolded));
        plan.unfoldable().forEach(norm -> putStatistics(norm, unfolded));
        return StrictLoad.check(network, new WeightSet(unfolded));
    }

    /** Adds the step counts of batch norms (0) that PyTorch expects in a file, so that timm loads it strictly. */
    public static WeightSet withBatchCounts(Network network, WeightSet weights) {
        Map<String, FloatTensor> all = new LinkedHashMap<>(weights.tensors());
        for (Node node : network.nodes()) {
            if (node instanceof BatchNorm norm) {
                all.putIfAbsent(norm.batchesTracked(), FloatTensor.scalar(0));
            }
        }
        return new WeightSet(all);
    }

    private static void unfold(Conv conv, BatchNorm norm, Map<String, FloatTensor> tensors) {
        String biasName = FoldPlan.biasName(conv);
        FloatTensor bias = Objects.requireNonNull(tensors.get(biasName), biasName);
        if (conv.bias().isPresent()) {
            tensors.put(biasName, FloatTensor.filled(norm.channels(), 0));
        } else {
            tensors.remove(biasName);
        }
        tensors.put(norm.weight(), FloatTensor.filled(norm.channels(), 1));
        tensors.put(norm.bias(), bias);
        putStatistics(norm, tensors);
    }

    private static void putStatistics(BatchNorm norm, Map<String, FloatTensor> tensors) {
        tensors.put(norm.runningMean(), FloatTensor.filled(norm.channels(), 0));
        tensors.put(norm.runningVar(), FloatTensor.filled(norm.channels(), (float) (1 - norm.epsilon())));
    }
}
