package io.drydock.network;

import io.drydock.network.graph.Network;
import io.drydock.network.weights.StrictLoad;
import io.drydock.network.weights.WeightSet;

/** A network and all of its tensors: every weight that the network names is there, in its shape. */
public record Model(Network network, WeightSet weights) {
    /** @throws io.drydock.core.error.WeightsException listing every tensor that is missing, unexpected or misshapen */
    public Model {
        weights = StrictLoad.check(network, weights);
    }
}
