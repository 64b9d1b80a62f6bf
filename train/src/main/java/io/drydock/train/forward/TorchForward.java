package io.drydock.train.forward;

import io.drydock.core.data.ImageSize;
import io.drydock.infer.batch.InputBatch;
import io.drydock.infer.batch.OutputRows;
import io.drydock.network.Model;
import io.drydock.network.graph.Network;
import io.drydock.network.rewrite.FoldBatchNorm;
import io.drydock.train.plan.TrainingPlan;
import io.drydock.train.torch.TorchDevice;
import io.drydock.train.torch.TorchNetwork;
import io.drydock.train.torch.TorchRuntime;
import io.drydock.train.torch.TorchWeights;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Set;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A network on a device that computes one batch at a time, its norms folded. Safe for use by many threads. */
final class TorchForward implements AutoCloseable {
    private static final TrainingPlan NOTHING_TRAINS = new TrainingPlan(List.of(), Set.of());

    private final TorchWeights weights;
    private final TorchNetwork network;

    private TorchForward(TorchWeights weights) {
        this.weights = weights;
        this.network = new TorchNetwork(weights, NOTHING_TRAINS);
    }

    static TorchForward of(Model model, TorchDevice device, int threads) {
        TorchRuntime.start(threads);
        return new TorchForward(TorchWeights.of(FoldBatchNorm.apply(model), NOTHING_TRAINS, device));
    }

    Network graph() {
        return weights.network();
    }

    /** Runs a batch, [n, 3, height, width], up to a node, and copies its output out in row-major order. */
    synchronized float[] run(FloatBuffer nchw, int n, ImageSize size, String node) {
        FloatBuffer batch = InputBatch.of(nchw, n, size);
        try (PointerScope scope = new PointerScope()) {
            long[] shape = {n, 3, size.height(), size.width()};
            long[] strides = {3L * size.area(), size.area(), size.width(), 1};
            Tensor rows = torch.from_blob(new FloatPointer(batch), shape, strides);
            Tensor input = weights.device()
                    .place(rows)
                    .contiguous(weights.device().order().format());
            return TorchWeights.read(network.evaluate(input, node).contiguous(torch.MemoryFormat.Contiguous));
        }
    }

    /** Runs a batch up to a node of [n, width], and copies its rows into the caller's. */
    void run(FloatBuffer nchw, int n, ImageSize size, String node, int width, float[][] out) {
        OutputRows.check(n, width, out);
        OutputRows.copy(FloatBuffer.wrap(run(nchw, n, size, node)), n, width, out);
    }

    @Override
    public synchronized void close() {
        weights.close();
    }
}
