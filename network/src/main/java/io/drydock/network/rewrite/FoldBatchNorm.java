package io.drydock.network.rewrite;

import io.drydock.network.Model;
import io.drydock.network.graph.BatchNorm;
import io.drydock.network.graph.Conv;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Node;
import io.drydock.network.graph.ScaleShift;
import io.drydock.network.weights.FloatTensor;
import io.drydock.network.weights.StrictLoad;
import io.drydock.network.weights.WeightSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the batch norms out of a backbone, with their statistics as they are: a norm that alone follows a convolution
 * becomes that convolution's scale and bias ({@code conv1.weight}, {@code conv1.bias}); any other becomes a
 * {@link ScaleShift}. Norms of the head stay. The result computes the same in evaluation. Safe for use by many threads.
 */
public final class FoldBatchNorm {
    private FoldBatchNorm() {}

    /** The norms that fold, each with the convolution that takes it in, in order of the network. */
    public static Map<BatchNorm, Conv> pairs(Network network) {
        return FoldPlan.of(network).pairs();
    }

    /** The network without batch norms in its stages; no weights needed. */
    public static Network network(Network network) {
        FoldPlan plan = FoldPlan.of(network);
        List<Node> nodes = new ArrayList<>();
        for (Node node : network.nodes()) {
            if (!plan.foldedNorm(node)) {
                nodes.add(plan.rewritten(node));
            }
        }
        return new Network(
                network.name(),
                nodes,
                network.input(),
                plan.renamed(network.featureMap()),
                plan.renamed(network.pooled()),
                plan.renamed(network.output()),
                plan.renamed(network.stages()));
    }

    /**
     * The same rewrite of a network, and of its weights in double precision.
     *
     * @throws io.drydock.core.error.WeightsException if the weights do not fit the network
     */
    public static Model apply(Network network, WeightSet weights) {
        FoldPlan plan = FoldPlan.of(network);
        Map<String, FloatTensor> folded =
                new LinkedHashMap<>(StrictLoad.check(network, weights).tensors());
        plan.pairs().forEach((norm, conv) -> fold(conv, norm, weights, folded));
        plan.unfoldable().forEach(norm -> scaleShift(norm, weights, folded));
        return new Model(network(network), new WeightSet(folded));
    }

    /** The same for a model. */
    public static Model apply(Model model) {
        return apply(model.network(), model.weights());
    }

    private static void fold(Conv conv, BatchNorm norm, WeightSet weights, Map<String, FloatTensor> folded) {
        Affine affine = Affine.of(norm, weights);
        FloatTensor kernel = weights.tensor(conv.weight());
        folded.put(conv.weight(), affine.scaleRows(kernel));
        double[] bias =
                conv.bias().map(name -> doubles(weights.tensor(name))).orElseGet(() -> new double[conv.outChannels()]);
        folded.put(FoldPlan.biasName(conv), affine.apply(bias));
        norm.weights().forEach(spec -> folded.remove(spec.name()));
    }

    private static void scaleShift(BatchNorm norm, WeightSet weights, Map<String, FloatTensor> folded) {
        Affine affine = Affine.of(norm, weights);
        norm.weights().forEach(spec -> folded.remove(spec.name()));
        folded.put(norm.weight(), affine.scaleTensor());
        folded.put(norm.bias(), affine.shiftTensor());
    }

    private static double[] doubles(FloatTensor tensor) {
        double[] values = new double[tensor.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = tensor.values()[i];
        }
        return values;
    }
}
