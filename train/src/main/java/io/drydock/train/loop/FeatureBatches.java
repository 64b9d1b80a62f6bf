package io.drydock.train.loop;

import java.util.List;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;

/** Batches of cached features: [images, width]. For one thread at a time. */
final class FeatureBatches implements BatchSource {
    private final List<float[][]> views;
    private final float[][] valid;
    private final int batch;
    private float[][] rows = {};
    private int[] order = {};

    /** @param views features of all training images, one matrix a view, used in turn epoch by epoch */
    FeatureBatches(List<float[][]> views, float[][] valid, int batch) {
        this.views = List.copyOf(views);
        this.valid = valid;
        this.batch = batch;
    }

    @Override
    public void begin(int epoch, EpochOrder epochOrder, int fromStep) {
        rows = views.get(epoch % views.size());
        order = epochOrder.images();
    }

    @Override
    public Tensor next(int step) {
        int from = step * batch;
        int to = Math.min(from + batch, order.length);
        float[][] chosen = new float[to - from][];
        for (int i = from; i < to; i++) {
            chosen[i - from] = rows[order[i]];
        }
        return tensor(chosen, 0, chosen.length);
    }

    @Override
    public Tensor validation(int from, int to) {
        return tensor(valid, from, to);
    }

    private static Tensor tensor(float[][] rows, int from, int to) {
        int width = rows[from].length;
        float[] flat = new float[(to - from) * width];
        for (int i = from; i < to; i++) {
            System.arraycopy(rows[i], 0, flat, (i - from) * width, width);
        }
        return AbstractTensor.create(flat, to - from, width);
    }

    @Override
    public void close() {}
}
