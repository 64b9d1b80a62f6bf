package io.drydock.infer.onnx;

import io.drydock.core.data.ImageSize;
import io.drydock.infer.Classifier;
import io.drydock.infer.FeatureMap;
import io.drydock.infer.batch.OutputRows;
import io.drydock.network.Model;
import io.drydock.network.onnx.OnnxOptions;
import io.drydock.network.onnx.OnnxWriter;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;

/**
 * A classifier by ONNX Runtime, from the output {@code logits} of a graph and, for heat maps, its output
 * {@code feature_map}. Safe for use by many threads.
 */
public final class OnnxClassifier implements Classifier {
    private static final String LOGITS = OnnxWriter.LOGITS;
    private static final String FEATURE_MAP = OnnxWriter.FEATURE_MAP;

    private final GraphSession graph;
    private final int classes;

    private OnnxClassifier(GraphSession graph) {
        this.graph = graph;
        this.classes = graph.width(LOGITS);
    }

    /**
     * Opens an ONNX file that gives {@code logits}.
     *
     * @throws io.drydock.core.error.WeightsException if the file is missing, damaged, or gives no logits
     */
    public static OnnxClassifier read(Path file, SessionSettings settings) {
        return new OnnxClassifier(GraphSession.read(file, settings));
    }

    /** Opens a model as it would be exported, with its feature map; folding its norms first makes no difference to it. */
    public static OnnxClassifier of(Model model, SessionSettings settings) {
        return of(model.network().name(), OnnxWriter.toBytes(model, OnnxOptions.LOGITS.withFeatureMap()), settings);
    }

    /**
     * Opens the bytes of an ONNX file that gives {@code logits}.
     *
     * @param name what messages call the model
     */
    public static OnnxClassifier of(String name, byte[] model, SessionSettings settings) {
        return new OnnxClassifier(GraphSession.of(name, model, settings));
    }

    /** What the file says about itself: classes, size, normalization. */
    public Map<String, String> metadata() {
        return graph.metadata();
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public int lanes() {
        return graph.settings().lanes();
    }

    @Override
    public void logits(FloatBuffer nchw, int n, ImageSize size, float[][] out) {
        OutputRows.check(n, classes, out);
        graph.run(nchw, n, size, LOGITS, (values, shape) -> OutputRows.copy(values, n, classes, out));
    }

    @Override
    public FeatureMap[] featureMaps(FloatBuffer nchw, int n, ImageSize size) {
        if (!graph.gives(FEATURE_MAP)) {
            throw new UnsupportedOperationException("the model was written without a feature map");
        }
        FeatureMap[] maps = new FeatureMap[n];
        graph.run(nchw, n, size, FEATURE_MAP, (values, shape) -> {
            int channels = (int) shape[1];
            int height = (int) shape[2];
            int width = (int) shape[3];
            int floats = channels * height * width;
            for (int i = 0; i < n; i++) {
                float[] map = new float[floats];
                values.get(i * floats, map);
                maps[i] = new FeatureMap(channels, height, width, map);
            }
        });
        return maps;
    }

    @Override
    public void close() {
        graph.close();
    }
}
