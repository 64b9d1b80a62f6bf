package io.drydock.train.torch;

import io.drydock.network.graph.BatchNorm;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Node;
import io.drydock.train.plan.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Computes the body of a network for a batch in parts, one a lane, so that cores do not wait for each other after every
 * operation. Possible where no image's features depend on another's: without batch norms that use the batch's statistics,
 * but for those of the head, which sees the whole batch. Gradients add up in the order of the lanes: equal runs are equal in
 * every bit. For one thread at a time.
 */
public final class BatchLanes implements AutoCloseable {
    /** With fewer images libtorch takes a lane's 1x1 convolutions, on one thread, to plain matrix products: ten times slower. */
    private static final int FEWEST_IMAGES = 16;

    private final List<Lane> lanes = new ArrayList<>();
    private final TorchWeights weights;

    private BatchLanes(TorchWeights weights, TrainingPlan plan, int count, int threads) {
        this.weights = weights;
        for (int i = 0; i < count; i++) {
            TorchWeights own = i == 0 ? weights : weights.twin();
            lanes.add(new Lane(own, plan, threads / count + (i < threads % count ? 1 : 0)));
        }
        torch.set_num_threads(threads);
    }

    /**
     * Lanes for a network on the CPU, or nothing where they cannot help.
     *
     * @param threads that the lanes share
     * @param images of a pass
     */
    public static Optional<BatchLanes> of(TorchWeights weights, TrainingPlan plan, int threads, int images) {
        int count = count(threads, images);
        boolean apart = weights.device().cpu() && independent(weights.network(), plan);
        return apart && count > 1 ? Optional.of(new BatchLanes(weights, plan, count, threads)) : Optional.empty();
    }

    /** Lanes that a pass of so many images can use; below 2 there are none. */
    public static int count(int threads, int images) {
        return Math.min(threads, images / FEWEST_IMAGES);
    }

    private static boolean independent(Network network, TrainingPlan plan) {
        if (network.pooled().isEmpty()) {
            return false;
        }
        List<Node> nodes = network.nodes();
        return nodes.subList(0, nodes.indexOf(network.node(network.pooled()))).stream()
                .noneMatch(
                        node -> node instanceof BatchNorm && plan.movingNorms().contains(node.name()));
    }

    /** Whether a batch is large enough for all lanes. */
    public boolean suits(Tensor input) {
        return input.size(0) >= (long) FEWEST_IMAGES * lanes.size();
    }

    /**
     * Pooled features of a batch while training: a leaf, whose gradients are for {@link #backward}.
     *
     * @param input [n, 3, height, width] channels-last, one that suits; not overwritten
     * @return [n, features]
     */
    public Tensor features(Tensor input) {
        return joined(together(input, Lane::features)).set_requires_grad(true);
    }

    /**
     * Adds the gradients of the body to the weights' own, for the batch last given to {@link #features}.
     *
     * @param gradients of the features, [n, features]
     */
    public void backward(Tensor gradients) {
        together(gradients, Lane::backward);
        for (Lane lane : lanes.subList(1, lanes.size())) {
            weights.gradients().add_(lane.weights().gradients());
            lane.weights().clearGradients();
        }
    }

    /** The network's output for a batch that suits, as in use: no gradients, no dropout, running statistics. */
    public Tensor evaluate(Tensor input) {
        return joined(together(input, Lane::evaluate));
    }

    private static Tensor joined(List<Tensor> parts) {
        Tensor joined = torch.cat(new TensorVector(parts.toArray(Tensor[]::new)), 0);
        parts.forEach(Tensor::close);
        return joined;
    }

    /** Gives each lane its part of the rows and waits for all. */
    private <T> List<T> together(Tensor rows, BiFunction<Lane, Tensor, Future<T>> work) {
        long n = rows.size(0);
        List<Future<T>> parts = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            long from = n * i / lanes.size();
            long to = n * (i + 1) / lanes.size();
            parts.add(work.apply(lanes.get(i), rows.narrow(0, from, to - from)));
        }
        return Lane.all(parts);
    }

    @Override
    public void close() {
        lanes.forEach(Lane::close);
        lanes.subList(1, lanes.size()).forEach(lane -> lane.weights().close());
    }
}
