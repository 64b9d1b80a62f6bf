package io.drydock.network.rewrite;

import io.drydock.core.random.RandomStream;
import io.drydock.network.Model;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Node;
import io.drydock.network.graph.WeightSpec;
import io.drydock.network.weights.FloatTensor;
import io.drydock.network.weights.WeightSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * First values before any training: Kaiming-normal kernels (He et al., arXiv:1502.01852; standard deviation
 * sqrt(2 / fan-in)), norm weights and variances 1, biases and means 0. Safe for use by many threads.
 */
public final class InitialWeights {
    private InitialWeights() {}

    /** A whole network from scratch. */
    public static Model of(Network network, RandomStream stream) {
        return new Model(network, of(network.nodes(), stream));
    }

    /** The tensors of some nodes, drawn in order. */
    public static WeightSet of(List<Node> nodes, RandomStream stream) {
        Map<String, FloatTensor> tensors = new LinkedHashMap<>();
        for (Node node : nodes) {
            for (WeightSpec spec : node.weights()) {
                tensors.put(spec.name(), first(spec, stream));
            }
        }
        return new WeightSet(tensors);
    }

    private static FloatTensor first(WeightSpec spec, RandomStream stream) {
        return switch (spec.role()) {
            case KERNEL -> kaiming(spec, stream);
            case NORM_WEIGHT, RUNNING_VAR, FIXED -> FloatTensor.filled((int) spec.size(), 1);
            case BIAS, NORM_BIAS, RUNNING_MEAN -> FloatTensor.filled((int) spec.size(), 0);
        };
    }

    private static FloatTensor kaiming(WeightSpec spec, RandomStream stream) {
        int[] shape = spec.shape();
        double fanIn = (double) spec.size() / shape[0];
        double deviation = Math.sqrt(2 / fanIn);
        float[] values = new float[(int) spec.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * stream.nextGaussian());
        }
        return new FloatTensor(shape, values);
    }
}
