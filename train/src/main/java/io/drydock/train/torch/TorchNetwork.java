package io.drydock.train.torch;

import io.drydock.network.graph.Network;
import io.drydock.network.graph.Node;
import io.drydock.train.plan.FixedNorms;
import io.drydock.train.plan.TrainingPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * Runs a network's nodes, one libtorch operation each, over named tensors. Every intermediate is let go as soon as its last
 * reader has run, so that only what the backward pass needs stays. For one thread at a time.
 */
public final class TorchNetwork {
    private final Network network;
    private final TorchWeights weights;
    private final Set<String> movingNorms;
    private final FixedNorms fixedNorms;
    private final InPlace inPlace;
    private final List<List<String>> finished;

    /** @param plan says which batch norms use the statistics of the batch while training */
    public TorchNetwork(TorchWeights weights, TrainingPlan plan) {
        this.network = weights.network();
        this.weights = weights;
        this.movingNorms = plan.movingNorms();
        this.fixedNorms = new FixedNorms(network, movingNorms);
        this.inPlace = new InPlace(network);
        this.finished = lastReads(network);
    }

    private static List<List<String>> lastReads(Network network) {
        List<List<String>> finished = new ArrayList<>();
        Set<String> read = new HashSet<>(List.of(network.output()));
        for (int i = network.nodes().size() - 1; i >= 0; i--) {
            List<String> here = new ArrayList<>();
            for (String input : network.nodes().get(i).inputs()) {
                if (read.add(input) && !input.equals(network.input())) {
                    here.add(input);
                }
            }
            finished.add(0, here);
        }
        return finished;
    }

    public TorchWeights weights() {
        return weights;
    }

    /**
     * The output for a batch; gradients can flow back to the trained tensors.
     *
     * @param input [n, 3, height, width] channels-last, or [n, features] for a head alone; not overwritten
     * @param training whether dropout drops and moving batch norms use the batch's statistics
     */
    public Tensor forward(Tensor input, boolean training) {
        return run(network.input(), input, training, network.output());
    }

    /**
     * The pooled features of a batch while training; gradients can flow back to the trained tensors.
     *
     * @param input [n, 3, height, width] channels-last; not overwritten
     * @return [n, features]
     */
    Tensor features(Tensor input) {
        return run(network.input(), input, true, network.pooled());
    }

    /**
     * The output for pooled features while training.
     *
     * @param features [n, features]; not overwritten
     */
    public Tensor head(Tensor features) {
        return run(network.pooled(), features, true, network.output());
    }

    /** Runs the nodes behind {@code given} up to {@code wanted}. */
    @SuppressWarnings("ReferenceEquality") // an operation in place gives back the very tensor it was given
    private Tensor run(String given, Tensor input, boolean training, String wanted) {
        Map<String, Tensor> outputs = new HashMap<>();
        outputs.put(given, input);
        Operations operations = new Operations(weights, inPlace, movingNorms, fixedNorms, outputs, training);
        List<Node> nodes = network.nodes();
        int from = given.equals(network.input()) ? 0 : nodes.indexOf(network.node(given)) + 1;
        for (int i = from; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            Tensor made = node.accept(operations);
            outputs.put(node.name(), made);
            for (String done : finished.get(i)) {
                Tensor gone = outputs.remove(done);
                if (gone != null && gone != made && gone != input) {
                    gone.close();
                }
            }
            if (node.name().equals(wanted)) {
                return made;
            }
        }
        throw new IllegalArgumentException(network.name() + " has no node " + wanted + " behind " + given);
    }

    /** The output for a batch as in use: no gradients, no dropout, running statistics. */
    public Tensor evaluate(Tensor input) {
        return evaluate(input, network.output());
    }

    /**
     * The output of a node for a batch as in use; nodes after it do not run.
     *
     * @param node the network's output, pooled features or feature map, which no other node overwrites
     */
    public Tensor evaluate(Tensor input, String node) {
        try (NoGradGuard guard = new NoGradGuard()) {
            return run(network.input(), input, false, node);
        }
    }
}
