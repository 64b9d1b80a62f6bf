package io.drydock.workbench.run;

import io.drydock.core.error.WorkspaceException;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.decode.Pixels;
import io.drydock.image.resize.Resizer;
import io.drydock.infer.FeatureMap;
import io.drydock.infer.batch.PixelSource;
import io.drydock.infer.onnx.OnnxClassifier;
import io.drydock.infer.onnx.SessionSettings;
import io.drydock.infer.predict.Prediction;
import io.drydock.infer.predict.Predictor;
import io.drydock.infer.predict.TestTimeAugmentation;
import io.drydock.workbench.Progress;
import io.drydock.workspace.run.RunFolder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;

/** A run's exported graph, opened to predict from picture files. For one thread at a time. */
public final class RunGraph implements AutoCloseable {
    private final RunCard card;
    private final OnnxClassifier classifier;
    private final ImageDecoder decoder = new ImageDecoder();
    private final Resizer resizer;

    private RunGraph(RunCard card, OnnxClassifier classifier) {
        this.card = card;
        this.classifier = classifier;
        this.resizer = new Resizer(card.resize(), card.size());
    }

    /**
     * Opens the graph of a run, on all cores.
     *
     * @throws WorkspaceException if the run has none, since it did not come to its end
     */
    public static RunGraph open(RunFolder run) {
        if (!run.hasModel()) {
            throw new WorkspaceException("Run " + run.name() + " cannot predict: it did not come to its end."
                    + " Take it up by drydock resume " + run.id() + ".");
        }
        RunCard card = RunDocument.card(run);
        int cores = Runtime.getRuntime().availableProcessors();
        return new RunGraph(card, OnnxClassifier.read(run.onnx(), SessionSettings.lanes(cores)));
    }

    public RunCard card() {
        return card;
    }

    /**
     * Predicts picture files; those that cannot be read are skipped and listed.
     *
     * @param images names, each once
     * @param root folder that the names are relative to
     * @param tta views of each picture
     */
    public Prediction predict(List<String> images, Path root, int tta, Progress progress) {
        Predictor predictor = new Predictor(
                classifier, card.classes().codes(), card.size(), card.normalization(), new TestTimeAugmentation(tta));
        PixelSource source = index -> picture(root.resolve(images.get(index)));
        return predictor.predict(images, source, (done, total) -> progress.at("predicting", done, total));
    }

    /** A picture file as the network sees it, before normalization. */
    public Pixels picture(Path file) {
        return fitted(decoder.decode(file).pixels());
    }

    /** Decoded pixels brought to the run's size. */
    public Pixels fitted(Pixels decoded) {
        return resizer.apply(decoded);
    }

    /** The last feature map of a picture of the run's size. */
    public FeatureMap featureMap(Pixels picture) {
        int area = picture.height() * picture.width();
        FloatBuffer nchw = ByteBuffer.allocateDirect(3 * area * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        byte[] rgb = picture.rgb();
        for (int c = 0; c < 3; c++) {
            double mean = card.normalization().mean().get(c);
            double std = card.normalization().std().get(c);
            for (int i = 0; i < area; i++) {
                nchw.put(c * area + i, (float) (((rgb[3 * i + c] & 0xFF) / 255.0 - mean) / std));
            }
        }
        return classifier.featureMaps(nchw, 1, card.size())[0];
    }

    @Override
    public void close() {
        classifier.close();
    }
}
