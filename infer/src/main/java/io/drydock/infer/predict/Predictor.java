package io.drydock.infer.predict;

import io.drydock.core.data.ImageSize;
import io.drydock.core.data.Normalization;
import io.drydock.core.predict.Probabilities;
import io.drydock.infer.Classifier;
import io.drydock.infer.batch.BatchPipeline;
import io.drydock.infer.batch.BatchPlan;
import io.drydock.infer.batch.PixelSource;
import io.drydock.infer.batch.Progress;
import io.drydock.infer.batch.SkippedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Class probabilities of images: the mean over the views of test-time augmentation of each view's softmax. Decoding and
 * forward passes run side by side. For one thread at a time.
 */
public final class Predictor {
    private final Classifier classifier;
    private final List<String> codes;
    private final ImageSize size;
    private final Normalization normalization;
    private final TestTimeAugmentation augmentation;

    /**
     * @param classifier stays open; closed by its owner
     * @param codes class codes in the order of the classifier's logits
     * @param size height and width that pictures come in
     * @throws IllegalArgumentException if the classifier has another number of classes
     */
    public Predictor(
            Classifier classifier,
            List<String> codes,
            ImageSize size,
            Normalization normalization,
            TestTimeAugmentation augmentation) {
        if (codes.size() != classifier.classes()) {
            throw new IllegalArgumentException(
                    codes.size() + " class codes for a classifier of " + classifier.classes() + " classes");
        }
        this.classifier = classifier;
        this.codes = List.copyOf(codes);
        this.size = size;
        this.normalization = normalization;
        this.augmentation = augmentation;
    }

    /**
     * Predicts images.
     *
     * @param images relative paths, each once
     * @param source the picture of each image by position in the list, of this predictor's size
     */
    public Prediction predict(List<String> images, PixelSource source, Progress progress) {
        int views = augmentation.views();
        double[][] rows = new double[images.size() * views][];
        BatchPlan plan = BatchPlan.of(size, normalization, codes.size(), classifier.lanes());
        BatchPipeline pipeline = new BatchPipeline(plan, (nchw, n, out) -> classifier.logits(nchw, n, size, out));
        List<SkippedImage> skipped = pipeline.run(
                Math.multiplyExact(images.size(), views),
                new ViewSource(source, augmentation),
                (index, row) -> rows[index] = Softmax.of(row, codes.size()),
                (done, total) -> progress.at(done / views, images.size()));
        return assemble(images, rows, skipped);
    }

    private Prediction assemble(List<String> images, double[][] rows, List<SkippedImage> skipped) {
        Map<Integer, String> bad = new LinkedHashMap<>();
        skipped.forEach(view -> bad.putIfAbsent(view.index() / augmentation.views(), view.message()));
        List<Prediction.Skipped> left = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        List<double[]> means = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            String message = bad.get(i);
            if (message == null) {
                kept.add(images.get(i));
                means.add(mean(rows, i));
            } else {
                left.add(new Prediction.Skipped(images.get(i), message));
            }
        }
        return new Prediction(new Probabilities(kept, codes, means.toArray(new double[0][])), left);
    }

    /** Mean over the views of a picture, summed in the order of the views so that timing leaves no trace. */
    private double[] mean(double[][] rows, int picture) {
        int views = augmentation.views();
        double[] mean = new double[codes.size()];
        for (int view = 0; view < views; view++) {
            for (int c = 0; c < mean.length; c++) {
                mean[c] += rows[picture * views + view][c] / views;
            }
        }
        return mean;
    }
}
