package io.drydock.train.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.ConfigException;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Node;
import io.drydock.network.zoo.ModelZoo;
import io.drydock.train.config.BatchNormMode;
import io.drydock.train.config.BodyConfig;
import io.drydock.train.config.Recipe;
import io.drydock.train.config.TrainConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrozenStagesTest {
    private static final Network LITE0 = ModelZoo.create("tf_efficientnet_lite0");

    private static TrainConfig fine() {
        return Recipe.QUICK.config().withBody(new BodyConfig(BatchNormMode.FOLDED, BodyConfig.FINE_STAGES, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "tf_efficientnet_lite0, blocks.1",
        "tf_efficientnet_lite2, blocks.1",
        "resnet18, layer1",
        "resnet50, layer1",
        "densenet121, stem"
    })
    void fineStagesEndWhereMapsAreAQuarterOfThePicture(String model, String last) {
        Network network = ModelZoo.create(model);

        assertThat(FrozenStages.of(network, fine())).isEqualTo(FrozenStages.of(network, last));
    }

    @Test
    void aBodyFromScratchTrainsWholeUnlessAStageIsNamed() {
        TrainConfig scratch = fine().withModel("tf_efficientnet_lite0", "none");
        BodyConfig named = new BodyConfig(BatchNormMode.FOLDED, "blocks.1", 0);

        assertThat(FrozenStages.of(LITE0, scratch)).isEmpty();
        assertThat(FrozenStages.of(LITE0, scratch.withBody(named))).isNotEmpty();
    }

    @Test
    void noNameFreezesNothing() {
        BodyConfig written = new BodyConfig(BatchNormMode.FOLDED, "", 0);

        assertThat(written.freezeTo()).isEqualTo(BodyConfig.TRAIN_ALL);
        assertThat(FrozenStages.of(LITE0, fine().withBody(written))).isEmpty();
    }

    @Test
    void frozenNodesHaveNoTensorThatTrains() {
        List<Node> frozen = FrozenStages.of(LITE0, fine());
        TrainingPlan plan = TrainingPlan.of(LITE0, fine());

        assertThat(frozen).isNotEmpty();
        assertThat(plan.groups())
                .flatExtracting(ParameterGroup::tensors)
                .doesNotContainAnyElementsOf(frozen.stream()
                        .flatMap(node -> node.weights().stream())
                        .map(spec -> spec.name())
                        .toList())
                .contains("blocks.2.0.conv_pw.weight");
    }

    @Test
    void aStageThatIsNotThereIsRefusedWithThoseThatAre() {
        assertThatThrownBy(() -> FrozenStages.of(LITE0, "layer3"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("body.freeze_to")
                .hasMessageContaining("blocks.1");
    }
}
