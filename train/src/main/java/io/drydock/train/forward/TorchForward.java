package io.drydock.train.forward;

import io.drydock.core.data.ImageSize;
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
        long floats = n * 3L * size.area();
        if (n < 1 || !nchw.isDirect() || floats > nchw.capacity()) {
            throw new IllegalArgumentException("a batch of " + n + " pictures of " + size + " needs a direct buffer of "
                    + floats + " floats, was " + (nchw.isDirect() ? "direct" : "on the heap") + " with "
                    + nchw.capacity());
        }
        FloatBuffer batch = nchw.duplicate();
        batch.position(0).limit(Math.toIntExact(floats));
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

    /** Copies rows of one width into the caller's. */
    static void copy(float[] values, int n, int width, float[][] out) {
        if (out.length < n) {
            throw new IllegalArgumentException("need " + n + " rows for the output, got " + out.length);
        }
        for (int i = 0; i < n; i++) {
            if (out[i].length < width) {
                throw new IllegalArgumentException("row " + i + " holds " + out[i].length + " floats, need " + width);
            }
            System.arraycopy(values, i * width, out[i], 0, width);
        }
    }

    @Override
    public synchronized void close() {
        weights.close();
    }
}
