package io.drydock.bench;

import io.drydock.core.data.ImageSize;
import io.drydock.core.data.Normalization;
import io.drydock.core.file.Trees;
import io.drydock.image.augment.Augmentation;
import io.drydock.image.resize.ResizeMode;
import io.drydock.image.resize.Resizer;
import io.drydock.infer.batch.Progress;
import io.drydock.infer.cache.FeatureCache;
import io.drydock.infer.cache.FeatureSettings;
import io.drydock.infer.cache.Features;
import io.drydock.infer.onnx.OnnxFeatureExtractor;
import io.drydock.infer.onnx.SessionSettings;
import io.drydock.network.Model;
import io.drydock.network.graph.GlobalPool;
import io.drydock.network.graph.Network;
import io.drydock.network.rewrite.Cut;
import io.drydock.network.rewrite.FoldBatchNorm;
import io.drydock.network.weights.FormulaWeights;
import io.drydock.network.zoo.ModelZoo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * The frozen epochs as a training runs them: each epoch asks an empty part of the feature cache for a new augmented view
 * of every picture, here with every picture decoded anew too. For one thread at a time.
 */
final class Frozen {
    private static final int FEWEST_VIEWS = 3;
    private static final int PICTURES = 128;

    private final ImageSize size;
    private final Path folder;

    /** @param folder of pictures; drawn ones when it does not exist */
    Frozen(ImageSize size, Path folder) {
        this.size = size;
        this.folder = folder;
    }

    /** Measures view after view, the first one as warm-up. */
    Measurement measure(String name, Duration duration) throws IOException {
        Network network = ModelZoo.create(name);
        Model body = Cut.backbone(
                FoldBatchNorm.apply(new Model(network, FormulaWeights.of(network))), GlobalPool.Kind.MAX_AND_AVERAGE);
        FeatureSettings settings = new FeatureSettings(
                FeatureSettings.hashOf(body),
                size,
                ResizeMode.SQUISH,
                size,
                Normalization.HALF,
                Augmentation.ARTICLE,
                1);
        Pictures pictures = Pictures.of(folder, PICTURES, new Resizer(ResizeMode.SQUISH, size));
        SessionSettings lanes = SessionSettings.lanes(Runtime.getRuntime().availableProcessors());
        Path cache = Files.createTempDirectory("drydock-bench");
        try (OnnxFeatureExtractor extractor = OnnxFeatureExtractor.of(body, lanes)) {
            double[] rates = new double[0];
            long end = 0;
            for (int view = 0; view <= FEWEST_VIEWS || System.nanoTime() < end; view++) {
                long began = System.nanoTime();
                Features features = new FeatureCache(cache)
                        .features(settings, view, pictures.sha256(), pictures, extractor, Progress.NONE);
                long ended = System.nanoTime();
                if (view == 0) {
                    end = ended + duration.toNanos();
                } else {
                    rates = Arrays.copyOf(rates, rates.length + 1);
                    rates[rates.length - 1] = features.computed() * 1e9 / (ended - began);
                }
            }
            Arrays.sort(rates);
            return Measurement.ofRates(
                    name,
                    size.toString(),
                    0,
                    Variant.FROZEN.what(),
                    Variant.FROZEN.description(),
                    rates[rates.length / 2],
                    rates[rates.length - 1]);
        } finally {
            Trees.delete(cache);
        }
    }
}
