package io.drydock.network.timm;

import io.drydock.network.Model;
import io.drydock.network.graph.Network;
import io.drydock.network.rewrite.FoldBatchNorm;
import io.drydock.network.rewrite.Unfold;
import io.drydock.network.weights.Precision;
import io.drydock.network.weights.Safetensors;
import io.drydock.network.weights.StrictLoad;
import io.drydock.network.weights.WeightSet;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A model's weights as a safetensors file, always unfolded and with everything that timm expects. Safe for use by many threads. */
public final class ModelFile {
    private ModelFile() {}

    /**
     * Reads the weights of a network.
     *
     * @throws io.drydock.core.error.WeightsException if the file cannot be read, is damaged or does not fit exactly
     */
    public static Model read(Path file, Network network) {
        return new Model(network, StrictLoad.check(network, Safetensors.read(file), file.toString()));
    }

    /**
     * Writes a model, folded or not, with a checksum that {@link #read} verifies.
     *
     * @param network the network before folding
     * @param model that network, or what {@link FoldBatchNorm} makes of it
     * @param metadata texts for the header; {@code format} is added, as PyTorch's loaders expect it
     * @throws IllegalArgumentException if the model is neither
     */
    public static void write(Path file, Network network, Model model, Map<String, String> metadata) {
        write(file, network, model, metadata, Precision.F32);
    }

    /** As {@link #write(Path, Network, Model, Map)}, its numbers stored in a precision. */
    public static void write(
            Path file, Network network, Model model, Map<String, String> metadata, Precision precision) {
        Map<String, String> texts = new TreeMap<>(metadata);
        texts.putIfAbsent("format", "pt");
        Safetensors.writeChecked(file, Unfold.withBatchCounts(network, unfolded(network, model)), texts, precision);
    }

    /** A model's tensors under the names of the network before folding. */
    public static WeightSet unfolded(Network network, Model model) {
        if (model.network().equals(network)) {
            return model.weights();
        }
        if (model.network().equals(FoldBatchNorm.network(network))) {
            return Unfold.apply(network, model.weights());
        }
        throw new IllegalArgumentException("the model is neither " + network.name() + " nor its folded form");
    }
}
