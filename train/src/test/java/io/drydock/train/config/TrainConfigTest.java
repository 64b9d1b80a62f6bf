package io.drydock.train.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.network.graph.Network;
import io.drydock.network.zoo.ModelZoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrainConfigTest {
    private static final Network LITE = ModelZoo.create("tf_efficientnet_lite0", 5);

    @ParameterizedTest
    @CsvSource({
        "article, tf_efficientnet_lite0, FIXED_ALL",
        "article, tf_efficientnet_lite2, FIXED_ALL",
        "quick, tf_efficientnet_lite0, FOLDED",
        "thorough, tf_efficientnet_lite2, FOLDED",
        "article, resnet18, TRAINED",
        "default, resnet50, TRAINED",
        "article, densenet121, TRAINED"
    })
    void depthwiseNetworksKeepTheirStatisticsAndAllOthersTrainThem(
            String recipe, String model, BatchNormMode expected) {
        TrainConfig config = Recipe.parse(recipe).config().withModel(model, "hub");

        assertThat(config.batchNorm(ModelZoo.create(model, 5))).isEqualTo(expected);
    }

    @Test
    void aBodyThatStartsAtRandomTrainsItsStatistics() {
        TrainConfig config = Recipe.DEFAULT.config().withModel("tf_efficientnet_lite0", TrainConfig.FROM_SCRATCH);

        assertThat(config.batchNorm(LITE)).isEqualTo(BatchNormMode.TRAINED);
    }

    @ParameterizedTest
    @EnumSource(value = BatchNormMode.class, names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void aTreatmentThatIsNamedStays(BatchNormMode mode) {
        TrainConfig config = Recipe.ARTICLE.config().withBody(new BodyConfig(mode, BodyConfig.TRAIN_ALL, 0));

        assertThat(config.batchNorm(LITE)).isEqualTo(mode);
        assertThat(config.resolved(LITE).body()).isEqualTo(config.body());
    }

    @Test
    void aResolvedConfigurationHoldsNoAutomaticChoice() {
        TrainConfig resolved = Recipe.ARTICLE.config().resolved(LITE);

        assertThat(resolved.body().batchNorm()).isEqualTo(BatchNormMode.FIXED_ALL);
        assertThat(resolved.machine().threads()).isPositive();
        assertThat(resolved.resolved(LITE)).isEqualTo(resolved);
    }
}
