package io.drydock.train.forward;

import io.drydock.core.data.ImageSize;
import io.drydock.infer.Classifier;
import io.drydock.infer.FeatureMap;
import io.drydock.network.Model;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Shape;
import io.drydock.train.torch.TorchDevice;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Objects;

/** A classifier by libtorch. Safe for use by many threads. */
public final class TorchClassifier implements Classifier {
    private final TorchForward forward;
    private final Network network;
    private final int classes;

    private TorchClassifier(TorchForward forward) {
        this.forward = forward;
        this.network = forward.graph();
        this.classes = network.outputWidth();
    }

    /**
     * Opens a model with its head; batch norms are folded here where they still stand alone.
     *
     * @param threads of the tensor library, for the whole process
     */
    public static TorchClassifier of(Model model, TorchDevice device, int threads) {
        return new TorchClassifier(TorchForward.of(model, device, threads));
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public void logits(FloatBuffer nchw, int n, ImageSize size, float[][] out) {
        forward.run(nchw, n, size, network.output(), classes, out);
    }

    @Override
    public FeatureMap[] featureMaps(FloatBuffer nchw, int n, ImageSize size) {
        float[] values = forward.run(nchw, n, size, network.featureMap());
        Shape shape = Objects.requireNonNull(network.shapes(size).get(network.featureMap()));
        FeatureMap[] maps = new FeatureMap[n];
        int floats = values.length / n;
        for (int i = 0; i < n; i++) {
            float[] map = Arrays.copyOfRange(values, i * floats, (i + 1) * floats);
            maps[i] = new FeatureMap(shape.channels(), shape.height(), shape.width(), map);
        }
        return maps;
    }

    @Override
    public void close() {
        forward.close();
    }
}
