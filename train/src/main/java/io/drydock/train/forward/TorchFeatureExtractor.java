package io.drydock.train.forward;

import io.drydock.core.data.ImageSize;
import io.drydock.infer.FeatureExtractor;
import io.drydock.network.Model;
import io.drydock.train.torch.TorchDevice;
import java.nio.FloatBuffer;

/** Pooled features by libtorch. Safe for use by many threads. */
public final class TorchFeatureExtractor implements FeatureExtractor {
    private final TorchForward forward;
    private final String pooled;
    private final int width;

    private TorchFeatureExtractor(TorchForward forward) {
        this.forward = forward;
        this.pooled = forward.graph().pooled();
        this.width = forward.graph().pooledWidth();
    }

    /**
     * Opens a backbone, such as one made by {@link io.drydock.network.rewrite.Cut}; a whole classifier serves too, for its
     * pooled features.
     *
     * @param threads of the tensor library, for the whole process
     */
    public static TorchFeatureExtractor of(Model model, TorchDevice device, int threads) {
        return new TorchFeatureExtractor(TorchForward.of(model, device, threads));
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public void extract(FloatBuffer nchw, int n, ImageSize size, float[][] out) {
        forward.run(nchw, n, size, pooled, width, out);
    }

    @Override
    public void close() {
        forward.close();
    }
}
