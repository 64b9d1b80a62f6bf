package io.drydock.train.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.network.graph.Network;
import io.drydock.network.zoo.ModelZoo;
import io.drydock.train.config.BatchNormMode;
import io.drydock.train.config.RateConfig;
import io.drydock.train.config.Recipe;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrainingPlanTest {
    private static TrainingPlan plan(String model, String split) {
        return TrainingPlan.of(ModelZoo.create(model, 5), split, List.of(), BatchNormMode.FIXED);
    }

    private static Set<String> group(TrainingPlan plan, int index) {
        return plan.groups().get(index).tensors();
    }

    @Test
    void theBodyOfAnEfficientNetIsOneGroupAsInFastai() {
        TrainingPlan plan = plan("tf_efficientnet_lite0", RateConfig.FAMILY);

        assertThat(group(plan, 0)).contains("conv_stem.weight", "blocks.6.0.conv_pw.weight", "conv_head.weight");
        assertThat(group(plan, 1)).isEmpty();
        assertThat(group(plan, 2)).containsExactlyInAnyOrder("classifier.weight", "classifier.bias");
    }

    @Test
    void theEarlyBodyOfAResNetEndsAfterItsSecondLayerAsInFastai() {
        TrainingPlan plan = plan("resnet18", RateConfig.FAMILY);

        assertThat(group(plan, 0))
                .contains("conv1.weight", "layer2.1.bn2.bias")
                .doesNotContain("layer3.0.conv1.weight");
        assertThat(group(plan, 1)).contains("layer3.0.conv1.weight", "layer4.1.bn2.weight");
        assertThat(group(plan, 2)).containsExactlyInAnyOrder("fc.weight", "fc.bias");
    }

    @Test
    void autoGoesOnMeaningHalfOfTheWeightsSoThatEarlierRunsRepeat() {
        TrainingPlan plan = plan("tf_efficientnet_lite0", "auto");

        assertThat(group(plan, 0)).hasSameSizeAs(group(plan("tf_efficientnet_lite0", "0.5"), 0));
        assertThat(group(plan, 1)).contains("conv_head.weight");
    }

    @Test
    void articleTrainsTheBodyAtFastaisRatesAndTheNormsAsTheNetworkNeeds() {
        Network lite = ModelZoo.create("tf_efficientnet_lite0", 5);
        Network resnet = ModelZoo.create("resnet18", 5);

        TrainingPlan fixed = TrainingPlan.of(lite, Recipe.ARTICLE.config());
        TrainingPlan trained = TrainingPlan.of(resnet, Recipe.ARTICLE.config().withModel("resnet18", "hub"));

        assertThat(fixed.movingNorms()).isEmpty();
        assertThat(trained.movingNorms()).contains("bn1", "layer4.1.bn2");
        assertThat(Recipe.ARTICLE.config().rate().peaks()).startsWith(1e-4).endsWith(1e-3);
    }
}
