package io.drydock.train.ema;

import io.drydock.network.weights.WeightSet;
import io.drydock.train.torch.Lasting;
import io.drydock.train.torch.TorchWeights;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Exponential moving average of all values that training changes, statistics included (Polyak and Juditsky, 1992). Its decay
 * after k updates is {@code min(decay, (k + 1) / (k + 10))}, so that early averages forget their start. For one thread at a
 * time.
 */
public final class WeightAverage implements AutoCloseable {
    private final TorchWeights weights;
    private final double decay;
    private final Tensor average;
    private long updates;

    /**
     * Starts at the weights as they are.
     *
     * @param decay in (0, 1)
     */
    public WeightAverage(TorchWeights weights, double decay) {
        this.weights = weights;
        this.decay = decay;
        this.average = Lasting.of(() -> weights.values().clone());
    }

    /** Moves the average towards the weights as they are now. */
    public void update() {
        updates++;
        double kept = Math.min(decay, (updates + 1.0) / (updates + 10.0));
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            average.lerp_(weights.values(), new Scalar(1 - kept));
        }
    }

    /** The averaged values, in the layout of the weights. */
    public Tensor values() {
        return average;
    }

    public long updates() {
        return updates;
    }

    /** Goes on from an average written by {@link TorchWeights#named}. */
    public void restore(long updatesDone, WeightSet averages) {
        TorchWeights.write(
                average, weights.layout().pack(averages, weights.layout().size()));
        updates = updatesDone;
    }

    /** Runs something while the weights are the average, then brings the weights back as they were. */
    public void inPlaceOfWeights(Runnable body) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            Tensor saved = weights.values().clone();
            weights.values().copy_(average);
            try {
                body.run();
            } finally {
                weights.values().copy_(saved);
            }
        }
    }

    @Override
    public void close() {
        average.close();
    }
}
