package io.drydock.train.loop;

import io.drydock.core.data.LabeledImage;
import io.drydock.core.metric.ConfusionMatrix;
import io.drydock.network.Model;
import io.drydock.train.config.BatchConfig;
import io.drydock.train.config.TrainConfig;
import io.drydock.train.ema.WeightAverage;
import io.drydock.train.loss.CrossEntropy;
import io.drydock.train.loss.Targets;
import io.drydock.train.optimizer.AdamW;
import io.drydock.train.plan.TrainingPlan;
import io.drydock.train.torch.BatchLanes;
import io.drydock.train.torch.TorchDevice;
import io.drydock.train.torch.TorchNetwork;
import io.drydock.train.torch.TorchWeights;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A network with everything that changes while it learns: weights, optimizer, average. For one thread at a time. */
public final class Learner implements AutoCloseable {
    private final TrainConfig config;
    private final Targets targets;
    private final TorchWeights weights;
    private final TorchNetwork network;
    private final Optional<BatchLanes> lanes;
    private final AdamW optimizer;
    private final Optional<WeightAverage> average;

    /** @param averaged whether an average of the weights is kept */
    public Learner(TrainConfig config, Model model, TrainingPlan plan, Targets targets, boolean averaged) {
        this.config = config;
        this.targets = targets;
        this.weights =
                TorchWeights.of(model, plan, TorchDevice.of(config.machine().device()));
        this.network = new TorchNetwork(weights, plan);
        int threads = config.machine().resolved().threads();
        this.lanes = BatchLanes.of(weights, plan, threads, config.batch().pass());
        this.optimizer = new AdamW(weights, config.optimizer());
        this.average =
                averaged ? Optional.of(new WeightAverage(weights, config.keep().emaDecay())) : Optional.empty();
    }

    /** Loss and scores on validation images; NaN where there are none. */
    record Validation(double loss, double accuracy, double weightedF1) {
        static final Validation NONE = new Validation(Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * One step: forward, backward (in passes of the micro-batch), clipping, AdamW, average.
     *
     * @param input [images, ...] on the CPU, left as it is
     * @param labels class index of each image
     * @param rates learning rate of each parameter group
     * @return mean loss over the images
     */
    double step(Tensor input, int[] labels, Mixing mixing, double[] rates, double beta1) {
        return step(input, labels, mixing, rates, beta1, config.batch());
    }

    private double step(Tensor input, int[] labels, Mixing mixing, double[] rates, double beta1, BatchConfig batch) {
        int images = labels.length;
        weights.clearGradients();
        double loss = 0;
        Tensor mixed = weights.device().place(mixing.mixed() ? mix(input, mixing) : input);
        float[] rows = rows(labels, mixing);
        int pass = batch.microBatch() == 0 ? images : Math.min(batch.microBatch(), images);
        for (int from = 0; from < images; from += pass) {
            int n = Math.min(pass, images - from);
            loss += pass(mixed, rows, from, n, images);
        }
        if (config.optimizer().clipNorm() > 0) {
            optimizer.clip(config.optimizer().clipNorm());
        }
        if (Double.isFinite(loss)) {
            optimizer.step(rates, beta1);
            average.ifPresent(WeightAverage::update);
        }
        return loss;
    }

    private double pass(Tensor input, float[] rows, int from, int n, int images) {
        try (PointerScope scope = new PointerScope()) {
            int classes = targets.classes();
            Tensor part = n == images ? input : input.narrow(0, from, n);
            float[] partRows = java.util.Arrays.copyOfRange(rows, from * classes, (from + n) * classes);
            Tensor wanted = weights.device().place(AbstractTensor.create(partRows, n, classes));
            Optional<BatchLanes> body = lanes.filter(all -> all.suits(part));
            Optional<Tensor> features = body.map(all -> all.features(part));
            Tensor logits = features.map(network::head).orElseGet(() -> network.forward(part, true));
            Tensor loss = CrossEntropy.of(logits, wanted, images);
            loss.backward();
            body.ifPresent(all -> all.backward(features.orElseThrow().grad()));
            return loss.item_float();
        }
    }

    private static Tensor mix(Tensor input, Mixing mixing) {
        long[] partners = new long[mixing.partners().length];
        for (int i = 0; i < partners.length; i++) {
            partners[i] = mixing.partners()[i];
        }
        Tensor others = input.index_select(0, AbstractTensor.create(partners));
        Tensor dense = input.dim() == 4 ? others.contiguous(torch.MemoryFormat.ChannelsLast) : others;
        dense.lerp_(input, new Scalar(mixing.share()));
        return dense;
    }

    private float[] rows(int[] labels, Mixing mixing) {
        int classes = targets.classes();
        float[] rows = new float[labels.length * classes];
        for (int i = 0; i < labels.length; i++) {
            targets.add(labels[i], mixing.share(), rows, i * classes);
            if (mixing.mixed()) {
                targets.add(labels[mixing.partners()[i]], 1 - mixing.share(), rows, i * classes);
            }
        }
        return rows;
    }

    /** Scores the weights that would be kept (the average, where there is one) on the validation images. */
    Validation validate(BatchSource source, List<LabeledImage> valid, int batch) {
        if (valid.isEmpty()) {
            return Validation.NONE;
        }
        Validation[] result = {Validation.NONE};
        Runnable scoring = () -> result[0] = score(source, valid, batch);
        average.ifPresentOrElse(kept -> kept.inPlaceOfWeights(scoring), scoring);
        return result[0];
    }

    private Validation score(BatchSource source, List<LabeledImage> valid, int batch) {
        int classes = targets.classes();
        int[] labels = valid.stream().mapToInt(LabeledImage::label).toArray();
        int[] predicted = new int[labels.length];
        double loss = 0;
        for (int from = 0; from < labels.length; from += batch) {
            int to = Math.min(from + batch, labels.length);
            try (PointerScope scope = new PointerScope()) {
                Tensor input = weights.device().place(source.validation(from, to));
                Tensor logits = lanes.filter(all -> all.suits(input))
                        .map(all -> all.evaluate(input))
                        .orElseGet(() -> network.evaluate(input));
                float[] logP = TorchWeights.read(torch.log_softmax(logits, 1));
                for (int i = from; i < to; i++) {
                    int row = (i - from) * classes;
                    loss -= logP[row + labels[i]];
                    for (int c = 1; c < classes; c++) {
                        predicted[i] = logP[row + c] > logP[row + predicted[i]] ? c : predicted[i];
                    }
                }
            }
        }
        ConfusionMatrix matrix = ConfusionMatrix.of(labels, predicted, classes);
        return new Validation(loss / labels.length, matrix.accuracy(), matrix.weightedF1());
    }

    /** The model with its weights as they are. */
    Model current() {
        return weights.model(weights.values());
    }

    /** The model with the weights that would be kept: the average, where there is one. */
    Model kept() {
        return weights.model(average.map(WeightAverage::values).orElseGet(weights::values));
    }

    TorchWeights weights() {
        return weights;
    }

    AdamW optimizer() {
        return optimizer;
    }

    Optional<WeightAverage> average() {
        return average;
    }

    @Override
    public void close() {
        average.ifPresent(WeightAverage::close);
        optimizer.close();
        lanes.ifPresent(BatchLanes::close);
        weights.close();
    }
}
