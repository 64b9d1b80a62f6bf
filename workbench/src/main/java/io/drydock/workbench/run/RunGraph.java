package io.drydock.workbench.run;

import io.drydock.core.data.ImageLocator;
import io.drydock.core.device.Device;
import io.drydock.core.error.WorkspaceException;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.decode.Pixels;
import io.drydock.image.resize.Resizer;
import io.drydock.image.tensor.Layout;
import io.drydock.image.tensor.PixelBatch;
import io.drydock.infer.Classifier;
import io.drydock.infer.FeatureMap;
import io.drydock.infer.batch.FileSource;
import io.drydock.infer.predict.Prediction;
import io.drydock.infer.predict.Predictor;
import io.drydock.infer.predict.TestTimeAugmentation;
import io.drydock.train.forward.ForwardEngine;
import io.drydock.workbench.Progress;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.image.StoredImage;
import io.drydock.workspace.run.RunFolder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run's network, opened to predict from picture files. For one thread at a time. */
public final class RunGraph implements AutoCloseable {
    private final RunCard card;
    private final Classifier classifier;
    private final ImageDecoder decoder = new ImageDecoder();
    private final Resizer resizer;

    private RunGraph(RunCard card, Classifier classifier) {
        this.card = card;
        this.classifier = classifier;
        this.resizer = new Resizer(card.resize(), card.size());
    }

    /** Opens the exported graph of a run, on all cores of the CPU; see {@link #open(RunFolder, Device)}. */
    public static RunGraph open(RunFolder run) {
        return open(run, Device.CPU);
    }

    /**
     * Opens the graph of a run: the exported one on all cores, or on another device the network with the run's weights.
     *
     * @param device as {@link io.drydock.train.device.Devices#resolve} gives it
     * @throws WorkspaceException if the run has none, since it did not come to its end
     */
    public static RunGraph open(RunFolder run, Device device) {
        if (!run.hasModel()) {
            throw new WorkspaceException("Run " + run.name() + " cannot predict: it did not come to its end."
                    + " Take it up by drydock resume " + run.id() + ".");
        }
        RunCard card = RunDocument.card(run);
        int cores = Runtime.getRuntime().availableProcessors();
        Classifier classifier = ForwardEngine.classifier(run.onnx(), () -> RunNetwork.read(run, card), device, cores);
        if (classifier.classes() != card.classes().size()) {
            classifier.close();
            throw new WorkspaceException(
                    run.runJson() + " lists " + card.classes().size()
                            + " classes, and the run's network has " + classifier.classes()
                            + ": one of the two files is of another run. Put both back from a copy.");
        }
        return new RunGraph(card, classifier);
    }

    public RunCard card() {
        return card;
    }

    /**
     * Predicts picture files; those that cannot be read are skipped and listed.
     *
     * @param images names, each once
     * @param files finds the file of each
     * @param tta views of each picture
     */
    public Prediction predict(List<String> images, ImageLocator files, int tta, Progress progress) {
        Predictor predictor = predictor(tta);
        FileSource source = new FileSource(
                decoder, resizer, images.stream().map(files::resolve).toList());
        return predictor.predict(images, source, (done, total) -> progress.at("predicting", done, total));
    }

    /**
     * Predicts images of a workspace; those that cannot be read, or hold other bytes than are known of them, are skipped
     * and listed.
     *
     * @param images paths, each once
     * @param tta views of each picture
     */
    public Prediction predict(Workspace workspace, List<String> images, int tta, Progress progress) {
        Predictor predictor = predictor(tta);
        ImageLocator files = workspace.imageRoots();
        Map<String, StoredImage> known = workspace.images().byPath();
        FileSource source = new FileSource(
                decoder,
                resizer,
                images.stream().map(files::resolve).toList(),
                images.stream()
                        .map(image -> Optional.ofNullable(known.get(image))
                                .map(StoredImage::sha256)
                                .orElse(""))
                        .toList());
        return predictor.predict(images, source, (done, total) -> progress.at("predicting", done, total));
    }

    private Predictor predictor(int tta) {
        return new Predictor(
                classifier, card.classes().codes(), card.size(), card.normalization(), new TestTimeAugmentation(tta));
    }

    /** Decoded pixels brought to the run's size. */
    public Pixels fitted(Pixels decoded) {
        return resizer.apply(decoded);
    }

    /** The last feature map of a picture of the run's size. */
    public FeatureMap featureMap(Pixels picture) {
        PixelBatch batch = new PixelBatch(1, card.size(), card.normalization(), Layout.NCHW);
        batch.set(0, picture);
        return classifier.featureMaps(batch.values(1), 1, card.size())[0];
    }

    @Override
    public void close() {
        classifier.close();
    }
}
