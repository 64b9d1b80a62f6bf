package io.drydock.network.source;

import io.drydock.core.data.Normalization;
import io.drydock.network.Model;
import io.drydock.network.graph.Network;
import io.drydock.network.rewrite.Cut;
import io.drydock.network.weights.StrictLoad;
import io.drydock.network.weights.WeightSet;
import java.util.List;

/**
 * Weights with where they came from and what they expect of an image.
 *
 * @param tensors under timm's names
 * @param normalization of the pixels that they were trained with
 * @param interpolation with which their training images were resized
 * @param origin in words: a file, a repository, the bundled backbone
 * @param sha256 of the file they were read from, in hexadecimal
 */
public record LoadedWeights(
        WeightSet tensors, Normalization normalization, String interpolation, String origin, String sha256) {
    private static final List<String> HEADS = List.of("fc.", "classifier.", "head.");

    /**
     * The whole network with these weights.
     *
     * @throws io.drydock.core.error.WeightsException if they do not fit exactly
     */
    public Model classifier(Network network) {
        return new Model(network, StrictLoad.check(network, tensors, origin));
    }

    /**
     * The network up to its last feature map with these weights, whatever classifier the file holds.
     *
     * @throws io.drydock.core.error.WeightsException if the backbone does not fit exactly
     */
    public Model body(Network network) {
        Network body = Cut.body(network);
        WeightSet withoutHead = tensors.filter(name -> HEADS.stream().noneMatch(name::startsWith));
        return new Model(body, StrictLoad.check(body, withoutHead, origin));
    }
}
