package io.drydock.infer.onnx;

import io.drydock.core.data.ImageSize;
import io.drydock.infer.FeatureExtractor;
import io.drydock.infer.batch.OutputRows;
import io.drydock.network.Model;
import io.drydock.network.onnx.OnnxOptions;
import io.drydock.network.onnx.OnnxWriter;
import java.nio.FloatBuffer;
import java.nio.file.Path;

/** Pooled features by ONNX Runtime, from the output {@code features} of a graph. Safe for use by many threads. */
public final class OnnxFeatureExtractor implements FeatureExtractor {
    private static final String FEATURES = OnnxWriter.FEATURES;

    private final GraphSession graph;
    private final int width;

    private OnnxFeatureExtractor(GraphSession graph) {
        this.graph = graph;
        this.width = graph.width(FEATURES);
    }

    /**
     * Opens an ONNX file that gives {@code features}.
     *
     * @throws io.drydock.core.error.WeightsException if the file is missing, damaged, or gives no features
     */
    public static OnnxFeatureExtractor read(Path file, SessionSettings settings) {
        return new OnnxFeatureExtractor(GraphSession.read(file, settings));
    }

    /**
     * Opens a backbone, such as one made by {@link io.drydock.network.rewrite.Cut}; a whole classifier serves too, for
     * its pooled features.
     */
    public static OnnxFeatureExtractor of(Model model, SessionSettings settings) {
        byte[] bytes =
                OnnxWriter.toBytes(model, OnnxOptions.LOGITS.withoutLogits().withFeatures());
        return of(model.network().name(), bytes, settings);
    }

    /**
     * Opens the bytes of an ONNX file that gives {@code features}.
     *
     * @param name what messages call the model
     */
    public static OnnxFeatureExtractor of(String name, byte[] model, SessionSettings settings) {
        return new OnnxFeatureExtractor(GraphSession.of(name, model, settings));
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int lanes() {
        return graph.settings().lanes();
    }

    @Override
    public void extract(FloatBuffer nchw, int n, ImageSize size, float[][] out) {
        OutputRows.check(n, width, out);
        graph.run(nchw, n, size, FEATURES, (values, shape) -> OutputRows.copy(values, n, width, out));
    }

    @Override
    public void close() {
        graph.close();
    }
}
