package io.drydock.infer.heatmap;

import io.drydock.core.error.WeightsException;
import io.drydock.network.Model;
import io.drydock.network.graph.Activation;
import io.drydock.network.graph.BatchNorm;
import io.drydock.network.graph.Dropout;
import io.drydock.network.graph.GlobalPool;
import io.drydock.network.graph.Linear;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Node;
import io.drydock.network.graph.ScaleShift;
import io.drydock.network.weights.WeightSet;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model does after its last feature map: one global pooling, then layers on the pooled vector.
 *
 * @param pooling of the feature map
 * @param layers in order, up to the logits
 */
record Head(GlobalPool.Kind pooling, List<HeadLayer> layers) {
    Head {
        layers = List.copyOf(layers);
    }

    /**
     * Reads the head of a model.
     *
     * @throws WeightsException if the model has no feature map, or a head that is not pooling followed by linear layers,
     *     norms and ReLU
     */
    static Head of(Model model) {
        Network network = model.network();
        if (network.featureMap().isEmpty()) {
            throw new WeightsException(network.name() + " has no feature map, so no heat map can be made of it.");
        }
        List<HeadLayer> layers = new ArrayList<>();
        GlobalPool.Kind pooling = null;
        String at = network.featureMap();
        for (Node node : network.nodes()) {
            if (!node.inputs().contains(at) || at.equals(network.output())) {
                continue;
            }
            at = node.name();
            if (node instanceof GlobalPool pool && pooling == null) {
                pooling = pool.kind();
            } else if (!(node instanceof Dropout)) {
                layers.add(layer(network, node, model.weights()));
            }
        }
        if (pooling == null || !at.equals(network.output())) {
            throw new WeightsException(
                    network.name() + ": no chain of a pooling and layers leads from the feature map to the output.");
        }
        return new Head(pooling, layers);
    }

    private static HeadLayer layer(Network network, Node node, WeightSet weights) {
        if (node instanceof Linear linear) {
            float[] bias = linear.bias()
                    .map(name -> weights.tensor(name).values())
                    .orElseGet(() -> new float[linear.outFeatures()]);
            return new HeadLayer.Dense(weights.tensor(linear.weight()), bias);
        }
        if (node instanceof BatchNorm norm) {
            return normalization(norm, weights);
        }
        if (node instanceof ScaleShift scale) {
            return new HeadLayer.Scale(
                    doubles(weights.tensor(scale.weight()).values()),
                    doubles(weights.tensor(scale.bias()).values()));
        }
        if (node instanceof Activation activation && activation.kind() == Activation.Kind.RELU) {
            return new HeadLayer.Relu();
        }
        throw new WeightsException(network.name() + ": node " + node.name()
                + " of the head is neither a linear layer, a norm nor ReLU, so no heat map can be made through it.");
    }

    private static HeadLayer normalization(BatchNorm norm, WeightSet weights) {
        float[] weight = weights.tensor(norm.weight()).values();
        float[] bias = weights.tensor(norm.bias()).values();
        float[] mean = weights.tensor(norm.runningMean()).values();
        float[] variance = weights.tensor(norm.runningVar()).values();
        double[] factor = new double[norm.channels()];
        double[] offset = new double[norm.channels()];
        for (int c = 0; c < factor.length; c++) {
            factor[c] = weight[c] / Math.sqrt(variance[c] + norm.epsilon());
            offset[c] = bias[c] - mean[c] * factor[c];
        }
        return new HeadLayer.Scale(factor, offset);
    }

    private static double[] doubles(float[] values) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = values[i];
        }
        return result;
    }
}
