package io.drydock.train.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.data.LabeledImage;
import io.drydock.image.augment.Augmentation;
import io.drydock.network.Model;
import io.drydock.network.graph.GlobalPool;
import io.drydock.network.rewrite.Cut;
import io.drydock.network.weights.BundledBackbone;
import io.drydock.network.zoo.ModelZoo;
import io.drydock.train.config.Recipe;
import io.drydock.train.config.TrainConfig;
import io.drydock.train.plan.TrainingPlan;
import io.drydock.train.torch.TorchNetwork;
import io.drydock.train.torch.TorchRuntime;
import io.drydock.train.torch.TorchWeights;
import java.nio.file.Path;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrozenFeaturesTest {
    @TempDir
    Path folder;

    /** The head must find in the unfrozen epochs what it was trained on in the frozen ones. */
    @Test
    void cachedFeaturesAreWhatTheBodyGivesWhenItTrains() {
        TrainConfig config = Recipe.ARTICLE.config();
        TrainingData data = ColoredPictures.data(6, 3, folder);
        Model model = StartingModel.of(
                config,
                new Model(ModelZoo.create(BundledBackbone.MODEL), BundledBackbone.load()),
                ColoredPictures.CLASSES);
        Model backbone = Cut.backbone(model, GlobalPool.Kind.MAX_AND_AVERAGE);
        TrainingPlan plan = TrainingPlan.all(backbone.network());
        TorchRuntime.start(2);
        try (TorchWeights weights = TorchWeights.of(backbone, plan);
                FeatureBatches cached = new FrozenFeatures(config, data, event -> {}, () -> false).batches(model);
                PictureBatches pictures =
                        new PictureBatches(data, config.input().firstSize(), Augmentation.NONE, 1, 64, 1);
                PointerScope scope = new PointerScope()) {
            TorchNetwork network = new TorchNetwork(weights, plan);
            int count = data.valid().stream().map(LabeledImage::image).toList().size();

            float[] expected = TorchWeights.read(network.evaluate(pictures.validation(0, count)));

            float[] actual = TorchWeights.read(cached.validation(0, count));
            assertThat(actual).hasSameSizeAs(expected);
            for (int i = 0; i < actual.length; i++) {
                assertThat(Math.abs(actual[i] - expected[i])).isLessThan(1e-3f);
            }
        }
    }
}
