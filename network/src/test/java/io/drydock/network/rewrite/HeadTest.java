package io.drydock.network.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.error.ConfigException;
import io.drydock.core.random.RandomStream;
import io.drydock.network.Model;
import io.drydock.network.ReferenceForward;
import io.drydock.network.graph.BatchNorm;
import io.drydock.network.graph.GlobalPool;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Node;
import io.drydock.network.graph.Shape;
import io.drydock.network.graph.WeightSpec;
import io.drydock.network.weights.FloatTensor;
import io.drydock.network.weights.FormulaWeights;
import io.drydock.network.zoo.ModelZoo;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadTest {
    private static final Shape IMAGE = new Shape(3, 32, 48);

    @Test
    void theConcatPoolHeadHasTheParametersOfFastAi() {
        Network network = ReplaceHead.concatPool(ModelZoo.create("resnet50"), 5);

        long head = Cut.head(network).parameters();

        assertThat(head + 512 + 5).as("with the biases that fast.ai v1 had").isEqualTo(2_109_445);
        assertThat(Cut.head(network).weights())
                .extracting(WeightSpec::name)
                .contains("head.bn1.running_mean", "head.fc1.weight", "head.bn2.weight", "head.fc2.weight");
    }

    @Test
    void aLinearHeadHasTheNameThatTimmGivesIt() {
        assertThat(ReplaceHead.linear(ModelZoo.create("resnet18"), 5)).isEqualTo(ModelZoo.create("resnet18", 5));
        assertThat(ReplaceHead.linear(ModelZoo.create("tf_efficientnet_lite0"), 5, 0.2))
                .isEqualTo(ModelZoo.create("tf_efficientnet_lite0", 5));
    }

    @Test
    void aFreshHeadKeepsTheBackboneAndFollowsTheStream() {
        Model start = formula("resnet18");

        Model one = ReplaceHead.concatPool(start, 5, RandomStream.of(7, "initialization"));
        Model same = ReplaceHead.concatPool(start, 5, RandomStream.of(7, "initialization"));
        Model other = ReplaceHead.concatPool(start, 5, RandomStream.of(8, "initialization"));

        assertThat(one.weights()).isEqualTo(same.weights());
        assertThat(one.weights().sha256())
                .isEqualTo(same.weights().sha256())
                .isNotEqualTo(other.weights().sha256());
        assertThat(one.weights().tensor("conv1.weight"))
                .isSameAs(start.weights().tensor("conv1.weight"));
        assertThat(deviation(one.weights().tensor("head.fc1.weight"))).isCloseTo(Math.sqrt(2.0 / 1024), within(5e-4));
    }

    @Test
    void backboneThenHeadIsTheWholeNetwork() {
        Model whole = ReplaceHead.concatPool(formula("resnet18"), 5, RandomStream.of(1, "initialization"));
        float[] image = FormulaWeights.input("input", 3, 32, 48).values();
        Network network = whole.network();

        Model backbone = Cut.part(whole, Cut.backbone(network));
        float[] features = ReferenceForward.of(backbone, IMAGE, image).get(network.pooled());
        float[] logits = ReferenceForward.of(Cut.head(whole), Shape.vector(1024), features)
                .get(network.output());

        assertThat(logits).isEqualTo(ReferenceForward.of(whole, IMAGE, image).get(network.output()));
    }

    @Test
    void frozenStagesThenTheRestIsTheWholeNetwork() {
        Model whole = formula("resnet18");
        float[] image = FormulaWeights.input("input", 3, 32, 48).values();
        Network first = Cut.upTo(whole.network(), "layer2");
        Network rest = Cut.after(whole.network(), "layer2");

        float[] middle =
                ReferenceForward.of(Cut.part(whole, first), IMAGE, image).get(first.output());
        Shape shape = first.shapes(IMAGE).get(first.output());
        float[] logits =
                ReferenceForward.of(Cut.part(whole, rest), shape, middle).get("fc");

        assertThat(logits).isEqualTo(ReferenceForward.of(whole, IMAGE, image).get("fc"));
        assertThat(rest.nodesOf(rest.stages().get(0))).extracting(Node::name).contains("layer3.0.conv1");
    }

    @Test
    void aStageThatIsNotThereIsToldTheOnesThatAre() {
        assertThatThrownBy(() -> Cut.upTo(ModelZoo.create("resnet18"), "layer5"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("stem, layer1, layer2, layer3, layer4");
    }

    @Test
    void foldingLeavesNoBatchNormInTheBackboneAndTheHeadAsItIs() {
        for (String name : List.of("densenet121", "resnet18", "tf_efficientnet_lite0")) {
            Network folded = FoldBatchNorm.network(ReplaceHead.concatPool(ModelZoo.create(name), 5));

            assertThat(folded.nodes())
                    .filteredOn(node -> node instanceof BatchNorm)
                    .extracting(Node::name)
                    .containsExactly("head.bn1", "head.bn2");
            assertThat(Cut.backbone(folded, GlobalPool.Kind.AVERAGE).pooledWidth())
                    .isEqualTo(folded.channels(folded.featureMap()));
        }
    }

    private static Model formula(String name) {
        Network network = ModelZoo.create(name);
        return new Model(network, FormulaWeights.of(network));
    }

    private static double deviation(FloatTensor tensor) {
        double sum = 0;
        for (float value : tensor.values()) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum / tensor.size());
    }
}
