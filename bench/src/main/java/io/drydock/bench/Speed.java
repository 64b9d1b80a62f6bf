package io.drydock.bench;

import io.drydock.core.data.ImageSize;
import io.drydock.core.data.Normalization;
import io.drydock.infer.batch.BatchPlan;
import io.drydock.infer.onnx.OnnxClassifier;
import io.drydock.infer.onnx.SessionSettings;
import io.drydock.infer.speed.ForwardSpeed;
import io.drydock.infer.speed.ImageRate;
import io.drydock.network.Model;
import io.drydock.network.graph.Network;
import io.drydock.network.rewrite.Cut;
import io.drydock.network.weights.FormulaWeights;
import io.drydock.network.zoo.ModelZoo;
import io.drydock.train.config.BatchConfig;
import io.drydock.train.config.BatchNormMode;
import io.drydock.train.config.BodyConfig;
import io.drydock.train.config.HeadConfig;
import io.drydock.train.config.HeadKind;
import io.drydock.train.config.InputConfig;
import io.drydock.train.config.Recipe;
import io.drydock.train.config.TrainConfig;
import io.drydock.train.loop.StartingModel;
import io.drydock.train.loop.StepSpeed;
import java.time.Duration;

/** Training steps and bare prediction of one model as Drydock runs them. For one thread at a time. */
final class Speed {
    private static final int CLASSES = 5;

    private final String model;
    private final ImageSize size;
    private final Duration duration;

    Speed(String model, ImageSize size, Duration duration) {
        this.model = model;
        this.size = size;
        this.duration = duration;
    }

    /** All layers by libtorch, channels-last. Norms are trained for ResNets and in PyTorch, and fixed for EfficientNet-Lite. */
    Measurement train(Variant variant, int batch) {
        TrainConfig config =
                config(variant == Variant.TRAIN_FIXED ? BatchNormMode.FIXED : BatchNormMode.TRAINED, batch);
        double[] seconds = new StepSpeed(config, start(config)).seconds(duration);
        return Measurement.ofSeconds(
                model, size.toString(), batch, variant.what(), variant.description(), batch, seconds);
    }

    /** The bare forward pass on ONNX Runtime, in the batches and lanes of a prediction. */
    Measurement predict() {
        Model folded = start(config(BatchNormMode.FOLDED, 1));
        SessionSettings lanes = SessionSettings.lanes(Runtime.getRuntime().availableProcessors());
        try (OnnxClassifier classifier = OnnxClassifier.of(folded, lanes)) {
            BatchPlan plan = BatchPlan.of(size, Normalization.HALF, classifier.classes(), classifier.lanes());
            ImageRate rate =
                    new ForwardSpeed(plan, (nchw, n, out) -> classifier.logits(nchw, n, size, out)).bare(duration);
            return Measurement.ofRates(
                    model,
                    size.toString(),
                    0,
                    Variant.PREDICT.what(),
                    Variant.PREDICT.description(),
                    rate.median(),
                    rate.best());
        }
    }

    private TrainConfig config(BatchNormMode mode, int batch) {
        TrainConfig base = Recipe.ARTICLE.config();
        return base.withModel(model, "none")
                .withEpochs(
                        base.epochs(),
                        new InputConfig(size.toString(), base.input().resize()))
                .withHead(new HeadConfig(HeadKind.LINEAR, 0, 0, 0.01))
                .withBody(new BodyConfig(mode, BodyConfig.TRAIN_ALL, 0))
                .withBatch(new BatchConfig(batch, 0, batch, true));
    }

    private Model start(TrainConfig config) {
        Network body = Cut.body(ModelZoo.create(model));
        return StartingModel.of(config, new Model(body, FormulaWeights.of(body)), CLASSES);
    }
}
