package io.drydock.network.weights;

import io.drydock.core.error.WeightsException;
import io.drydock.network.graph.BatchNorm;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Node;
import io.drydock.network.graph.WeightSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Weights must fit a network exactly: nothing missing, nothing unexpected, every shape right. Safe for use by many threads. */
public final class StrictLoad {
    private StrictLoad() {}

    /**
     * The tensors of a network, in its order. Step counts of batch norms ({@code num_batches_tracked}) may be
     * there and are left out: nothing reads them.
     *
     * @throws WeightsException with the full list of differences, or if a value is NaN or infinite
     */
    public static WeightSet check(Network network, WeightSet weights) {
        return check(network, weights, "The weights");
    }

    /** The same, with a message that begins with the {@code source} of the weights, such as a file name. */
    public static WeightSet check(Network network, WeightSet weights, String source) {
        Differences differences = differences(network, weights);
        if (!differences.none()) {
            throw new WeightsException(differences.message(source, network.name()));
        }
        Map<String, FloatTensor> ordered = new LinkedHashMap<>();
        network.weights().forEach(spec -> ordered.put(spec.name(), finite(spec.name(), weights, source)));
        return new WeightSet(ordered);
    }

    private static FloatTensor finite(String name, WeightSet weights, String source) {
        FloatTensor tensor = weights.tensor(name);
        for (float value : tensor.values()) {
            if (!Float.isFinite(value)) {
                throw new WeightsException(
                        source + " cannot be used: tensor " + name + " holds the value " + value
                                + ". The file is damaged, or its training diverged. Put it back from a copy, or use other weights.");
            }
        }
        return tensor;
    }

    /** What does not fit, in order of the network and then of the weights. */
    public static Differences differences(Network network, WeightSet weights) {
        List<String> missing = new ArrayList<>();
        List<String> misshapen = new ArrayList<>();
        Set<String> unexpected = new LinkedHashSet<>(weights.names());
        for (Node node : network.nodes()) {
            for (WeightSpec spec : node.weights()) {
                unexpected.remove(spec.name());
                weights.find(spec.name())
                        .ifPresentOrElse(
                                found -> {
                                    if (!found.hasShape(spec.shape())) {
                                        misshapen.add(spec.name() + " is " + dimensions(found.shape()) + " instead of "
                                                + dimensions(spec.shape()));
                                    }
                                },
                                () -> missing.add(spec.name()));
            }
            if (node instanceof BatchNorm norm) {
                unexpected.remove(norm.batchesTracked());
            }
        }
        return new Differences(missing, List.copyOf(unexpected), misshapen);
    }

    private static String dimensions(int[] shape) {
        return Arrays.toString(shape);
    }
}
