package io.drydock.bench;

import io.drydock.core.data.ImageSize;
import io.drydock.core.data.Normalization;
import io.drydock.core.random.RandomStream;
import io.drydock.image.augment.Augmentation;
import io.drydock.image.augment.Augmenter;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.infer.batch.BatchPlan;
import io.drydock.infer.onnx.OnnxFeatureExtractor;
import io.drydock.infer.onnx.SessionSettings;
import io.drydock.infer.speed.ForwardSpeed;
import io.drydock.infer.speed.ImageRate;
import io.drydock.network.Model;
import io.drydock.network.graph.GlobalPool;
import io.drydock.network.graph.Network;
import io.drydock.network.rewrite.Cut;
import io.drydock.network.rewrite.FoldBatchNorm;
import io.drydock.network.weights.FormulaWeights;
import io.drydock.network.zoo.ModelZoo;
import io.drydock.sample.ShipPictures;
import io.drydock.sample.ShipType;
import io.drydock.train.config.BatchConfig;
import io.drydock.train.config.BatchNormMode;
import io.drydock.train.config.BodyConfig;
import io.drydock.train.config.HeadConfig;
import io.drydock.train.config.HeadKind;
import io.drydock.train.config.Recipe;
import io.drydock.train.config.TrainConfig;
import io.drydock.train.loop.StartingModel;
import io.drydock.train.loop.StepSpeed;
import java.time.Duration;
import java.util.List;

/** The kinds of work that the peers measure too, as Drydock does them. For one thread at a time. */
final class Speed {
    private static final int CLASSES = 5;

    private final String model;
    private final ImageSize size;
    private final int batch;
    private final Duration duration;

    Speed(String model, ImageSize size, int batch, Duration duration) {
        this.model = model;
        this.size = size;
        this.batch = batch;
        this.duration = duration;
    }

    /** All layers by libtorch, channels-last; batch norm trained is the peers' mathematics, folded is our default. */
    Measurement train(BatchNormMode mode) {
        TrainConfig base = Recipe.ARTICLE.config();
        TrainConfig config = base.withModel(model, "none")
                .withHead(new HeadConfig(HeadKind.LINEAR, 0, 0, 0.01))
                .withBody(new BodyConfig(mode, "", 0))
                .withBatch(new BatchConfig(batch, 0, batch, true));
        Network body = Cut.body(ModelZoo.create(model));
        Model start = StartingModel.of(config, new Model(body, FormulaWeights.of(body)), CLASSES);
        String variant = mode == BatchNormMode.FOLDED ? "channels-last, folded" : "channels-last, batch norm trained";
        return Measurement.ofSeconds(
                model, "train", variant + ", batch " + batch, batch, new StepSpeed(config, start).seconds(duration));
    }

    /** Pooled features of augmented views: decode, warp, normalize and forward, as the frozen epochs need them. */
    Measurement frozen() {
        List<byte[]> files = List.of(ShipType.values()).stream()
                .map(type -> ShipPictures.jpeg(type, 1))
                .toList();
        ImageDecoder decoder = new ImageDecoder();
        Augmenter augmenter = new Augmenter(Augmentation.ARTICLE, size);
        return forward(
                "frozen",
                "cached features: decode, warp, forward",
                speed -> speed.with(
                        number -> augmenter.view(
                                decoder.decode(files.get(number % files.size())).pixels(),
                                RandomStream.of(1, "augmentation", number)),
                        duration));
    }

    /** The bare forward pass on ONNX Runtime. */
    Measurement predict() {
        return forward("predict", "ONNX Runtime, folded", speed -> speed.bare(duration));
    }

    private interface Run {
        ImageRate of(ForwardSpeed speed);
    }

    private Measurement forward(String what, String variant, Run run) {
        Network network = ModelZoo.create(model);
        Model folded = FoldBatchNorm.apply(new Model(network, FormulaWeights.of(network)));
        Model body = Cut.backbone(folded, GlobalPool.Kind.AVERAGE);
        int cores = Runtime.getRuntime().availableProcessors();
        try (OnnxFeatureExtractor extractor = OnnxFeatureExtractor.of(body, SessionSettings.lanes(cores))) {
            BatchPlan plan = BatchPlan.of(size, Normalization.HALF, extractor.width(), extractor.lanes());
            ImageRate rate = run.of(new ForwardSpeed(plan, (nchw, n, out) -> extractor.extract(nchw, n, size, out)));
            return new Measurement("drydock", model, what, variant, rate.median(), rate.best());
        }
    }
}
