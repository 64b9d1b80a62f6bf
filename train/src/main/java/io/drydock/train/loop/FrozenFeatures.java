package io.drydock.train.loop;

import io.drydock.core.data.ImageSize;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.error.DataException;
import io.drydock.core.run.RunEvent;
import io.drydock.core.run.RunListener;
import io.drydock.image.augment.Augmentation;
import io.drydock.infer.FeatureExtractor;
import io.drydock.infer.batch.Progress;
import io.drydock.infer.cache.FeatureSettings;
import io.drydock.infer.cache.Features;
import io.drydock.network.Model;
import io.drydock.network.graph.GlobalPool;
import io.drydock.network.rewrite.Cut;
import io.drydock.train.config.HeadKind;
import io.drydock.train.config.MachineConfig;
import io.drydock.train.config.TrainConfig;
import io.drydock.train.forward.ForwardEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Pooled features of a body that does not train, computed once for each view and found in the cache afterwards. For one thread at a time. */
final class FrozenFeatures {
    private final TrainConfig config;
    private final TrainingData data;
    private final RunListener events;
    private final BooleanSupplier cancelled;

    /** @param cancelled asked after each batch of pictures; what was computed until then stays in the cache */
    FrozenFeatures(TrainConfig config, TrainingData data, RunListener events, BooleanSupplier cancelled) {
        this.config = config;
        this.data = data;
        this.events = events;
        this.cancelled = cancelled;
    }

    /**
     * Batches of the features that a model's body gives, as many views as the configuration asks for.
     *
     * @throws CancellationException if asked to stop on the way
     */
    FeatureBatches batches(Model model) {
        GlobalPool.Kind kind = config.head().kind() == HeadKind.CONCAT_POOL
                ? GlobalPool.Kind.MAX_AND_AVERAGE
                : GlobalPool.Kind.AVERAGE;
        Model backbone = Cut.backbone(model, kind);
        ImageSize size = config.input().firstSize();
        MachineConfig machine = config.machine().resolved();
        FeatureSettings plain = FeatureSettings.plain(
                ForwardEngine.hashOf(backbone, machine.device()),
                size,
                config.input().resize(),
                data.normalization());
        FeatureSettings augmented = new FeatureSettings(
                plain.backboneSha256(),
                size,
                config.input().resize(),
                size,
                data.normalization(),
                config.augmentation(),
                config.seed());
        PictureSource.Pictures pictures = data.pictures().at(size);
        try (FeatureExtractor extractor = ForwardEngine.extractor(backbone, machine.device(), machine.threads())) {
            int views = augmented.augmentation().equals(Augmentation.NONE) ? 1 : config.frozenViews();
            List<float[][]> matrices = new ArrayList<>();
            for (int view = 0; view < views; view++) {
                String what = "features of view " + (view + 1) + " of " + views;
                matrices.add(rows(augmented, view, data.train(), pictures, extractor, what));
            }
            float[][] valid = data.valid().isEmpty()
                    ? new float[0][]
                    : rows(plain, 0, data.valid(), pictures, extractor, "features of the valid part");
            return new FeatureBatches(matrices, valid, config.batch().frozenSize());
        }
    }

    private float[][] rows(
            FeatureSettings settings,
            int view,
            List<LabeledImage> images,
            PictureSource.Pictures pictures,
            FeatureExtractor extractor,
            String what) {
        Progress progress = (done, total) -> {
            events.accept(new RunEvent.Progress(what, done, total));
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("stopped while computing " + what);
            }
        };
        Features features = data.features()
                .features(
                        settings,
                        view,
                        images.stream().map(LabeledImage::sha256).toList(),
                        index -> pictures.pixels(images.get(index).image()),
                        extractor,
                        progress);
        if (!features.skipped().isEmpty()) {
            throw new DataException(
                    images.get(features.skipped().get(0).index()).image() + " cannot be used: "
                            + features.skipped().get(0).message() + " Leave it out and train again.");
        }
        return features.rows();
    }
}
