package io.drydock.train.memory;

import io.drydock.core.data.ImageSize;
import io.drydock.core.error.TrainingException;
import io.drydock.network.graph.Activation;
import io.drydock.network.graph.Add;
import io.drydock.network.graph.BatchNorm;
import io.drydock.network.graph.Dropout;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Node;
import io.drydock.network.graph.Shape;
import io.drydock.train.config.TrainConfig;
import io.drydock.train.plan.FixedNorms;
import io.drydock.train.plan.FrozenStages;
import io.drydock.train.torch.BatchLanes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Memory that a training will take, from the shapes of its network. Without unfrozen epochs no activations are kept.
 *
 * @param weightsBytes weights, gradients, two moments, and the average where one is kept; in Java's heap the model, its start
 *     and what a checkpoint writes
 * @param activationBytes outputs kept for the backward pass of one micro-batch
 * @param batchBytes input batches, the one in use and those prepared ahead
 * @param fixedBytes libraries and Java itself, measured
 */
public record MemoryEstimate(long weightsBytes, long activationBytes, long batchBytes, long fixedBytes) {
    private static final long FIXED = 450L << 20;
    /**
     * Gradients, work space and gaps of the heap beside what is kept, as a share of it. Measured on tf_efficientnet_lite0
     * and resnet18 (140x210, folded, 64 and 16 images a pass) with the launcher's heap.
     */
    private static final double WORK_SPACE = 0.95;

    /** The estimate for a network (folded when the configuration folds) at its largest size. */
    public static MemoryEstimate of(TrainConfig config, Network network) {
        ImageSize largest = config.input().plan().stages().stream()
                .map(stage -> stage.size())
                .max((a, b) -> Long.compare(a.area(), b.area()))
                .orElseThrow();
        return of(config, network, largest, config.batch().pass());
    }

    private static MemoryEstimate of(TrainConfig config, Network network, ImageSize size, int pass) {
        boolean body = config.epochs().unfrozen() > 0;
        int average = config.keep().emaDecay() > 0 ? 1 : 0;
        int lanes = Math.max(1, BatchLanes.count(config.machine().resolved().threads(), pass));
        int tensors = 3 + lanes + average;
        int arrays = 5 + average;
        long weights = network.parameters() * Float.BYTES * (tensors + arrays);
        long kept = body ? keptValues(network, size, config) : 0;
        long activations = (long) (kept * Float.BYTES * pass * (1 + WORK_SPACE));
        long queued = config.machine().resolved().workers() + 2L;
        long batches = body ? queued * config.batch().size() * size.area() * 3 * Float.BYTES : 0;
        return new MemoryEstimate(weights, activations, batches, FIXED);
    }

    /**
     * Values an image leaves for the backward pass: activations, sums, dropouts and fixed norms behind a convolution reuse
     * the memory they read.
     */
    private static long keptValues(Network network, ImageSize size, TrainConfig config) {
        boolean fixedNorms = config.batchNorm(network).keepsBodyStatistics();
        FixedNorms fixed = new FixedNorms(network, Set.of());
        Map<String, Shape> shapes = network.shapes(size);
        long values = 0;
        int frozen = FrozenStages.of(network, config).size();
        for (Node node : network.nodes().subList(frozen, network.nodes().size())) {
            Shape shape = shapes.get(node.name());
            boolean taken = fixedNorms && node instanceof BatchNorm norm && fixed.taken(norm);
            boolean reuses = taken || node instanceof Activation || node instanceof Add || node instanceof Dropout;
            values += reuses || shape == null ? 0 : shape.size();
        }
        return values;
    }

    public long totalBytes() {
        return weightsBytes + activationBytes + batchBytes + fixedBytes;
    }

    /**
     * Refuses a training that would not fit.
     *
     * @param availableBytes of memory
     * @throws TrainingException naming the micro-batch that would fit, or a smaller model where none would
     */
    public static MemoryEstimate require(TrainConfig config, Network network, long availableBytes) {
        MemoryEstimate estimate = of(config, network);
        if (estimate.totalBytes() <= availableBytes) {
            return estimate;
        }
        long spare = availableBytes - (estimate.totalBytes() - estimate.activationBytes());
        long anImage = Math.max(1, estimate.activationBytes() / config.batch().pass());
        Optional<Long> fits = spare / anImage >= 1 ? Optional.of(spare / anImage) : Optional.empty();
        String remedy = fits.map(
                        images -> "--micro-batch " + images
                                + " would fit; batch norms that learn, the head's among them, then see that many images at a time.")
                .orElse("No batch of this model would fit at this size: take a smaller model or size.");
        throw new TrainingException(String.format(
                Locale.ROOT,
                "%s at %s with %d images a pass needs about %.1f GB of memory, and %.1f GB are free. %s",
                network.name(),
                config.input().sizes(),
                config.batch().pass(),
                estimate.totalBytes() / 1e9,
                availableBytes / 1e9,
                remedy));
    }
}
