package io.drydock.network.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.Normalization;
import io.drydock.core.error.ConfigException;
import io.drydock.core.error.WeightsException;
import io.drydock.core.random.RandomStream;
import io.drydock.network.Model;
import io.drydock.network.graph.Network;
import io.drydock.network.rewrite.ReplaceHead;
import io.drydock.network.weights.BundledBackbone;
import io.drydock.network.weights.FloatTensor;
import io.drydock.network.weights.FormulaWeights;
import io.drydock.network.weights.Safetensors;
import io.drydock.network.weights.StrictLoad;
import io.drydock.network.weights.WeightSet;
import io.drydock.network.zoo.ModelZoo;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightSourceTest {
    @TempDir
    Path folder;

    @Test
    void theBundledBackboneFitsItsModelWithTheClassifierOfImageNet() {
        LoadedWeights bundled = new WeightSource.Bundled()
                .load("tf_efficientnet_lite0", offlineHub())
                .orElseThrow();

        Model model = bundled.classifier(ModelZoo.create("tf_efficientnet_lite0"));

        assertThat(model.weights().tensor("classifier.weight").shape()).containsExactly(1000, 1280);
        assertThat(bundled.normalization()).isEqualTo(Normalization.HALF);
        assertThat(BundledBackbone.sizeBytes()).isBetween(9_000_000L, 10_000_000L);
    }

    @Test
    void aBodyFromAFileTakesANewHead() {
        Path file = folder.resolve("resnet18.safetensors");
        Safetensors.write(file, FormulaWeights.of(ModelZoo.create("resnet18", 7)), Map.of());

        LoadedWeights weights = WeightSource.parse(file.toString())
                .load("resnet18", offlineHub())
                .orElseThrow();
        Model body = weights.body(ModelZoo.create("resnet18"));
        Model model = ReplaceHead.concatPool(body, 5, RandomStream.of(1, "initialization"));

        assertThat(model.network().outputWidth()).isEqualTo(5);
        assertThat(model.weights().contains("fc.weight")).isFalse();
        assertThatThrownBy(() -> weights.classifier(ModelZoo.create("resnet18")))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("fc.weight is [7, 512] instead of [1000, 512]");
    }

    @Test
    void everyDifferenceIsListed() {
        Network wanted = ModelZoo.create("resnet101");
        WeightSet found = FormulaWeights.of(ModelZoo.create("resnet50")).with("extra", FloatTensor.vector(1));

        assertThatThrownBy(() -> StrictLoad.check(wanted, found, "resnet50.safetensors"))
                .isInstanceOf(WeightsException.class)
                .hasMessageStartingWith(
                        "resnet50.safetensors does not fit resnet101: 255 tensors missing (first: layer3.6.conv1.weight),"
                                + " 1 unexpected (first: extra), 0 of another shape.")
                .hasMessageContaining("\n  missing: layer3.22.bn3.running_var")
                .hasMessageContaining("\n  unexpected: extra");
    }

    @Test
    void namesThatWouldBreakTheMessageAreEscaped() {
        WeightSet found = FormulaWeights.of(ModelZoo.create("resnet18")).with("a\nb\u202Ec", FloatTensor.vector(1));

        assertThatThrownBy(() -> StrictLoad.check(ModelZoo.create("resnet18"), found))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("1 unexpected (first: a\\nb\\u202Ec)")
                .hasMessageContaining("\n  unexpected: a\\nb\\u202Ec");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aValueThatIsNoNumberIsRefused(float value) {
        Network network = ModelZoo.create("resnet18");
        FloatTensor scale = FormulaWeights.of(network).tensor("bn1.weight");
        float[] values = scale.values().clone();
        values[3] = value;
        WeightSet damaged = FormulaWeights.of(network).with("bn1.weight", new FloatTensor(scale.shape(), values));

        assertThatThrownBy(() -> StrictLoad.check(network, damaged, "resnet18.safetensors"))
                .isInstanceOf(WeightsException.class)
                .hasMessageStartingWith(
                        "resnet18.safetensors cannot be used: tensor bn1.weight holds the value " + value);
    }

    @Test
    void withoutWeightsTheMessageSaysHowToGetThem() {
        assertThat(WeightSource.automatic("tf_efficientnet_lite0", offlineHub()))
                .isEqualTo(new WeightSource.Bundled());
        assertThatThrownBy(() -> WeightSource.automatic("resnet50", offlineHub()))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll("weights pull resnet50", "timm/resnet50.a1_in1k", "--weights none");
    }

    @Test
    void sourcesAreReadAsTheyAreWritten() {
        for (String text : new String[] {"bundled", "hub", "hub:timm/resnet50.ram_in1k", "none", "a/b.safetensors"}) {
            assertThat(WeightSource.parse(text).text()).isEqualTo(Path.of(text).toString());
        }
        assertThatThrownBy(() -> WeightSource.parse("resnet50.pth"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("resnet50.pth");
    }

    private HubWeights offlineHub() {
        return new HubWeights(
                new HubSettings(folder.resolve("cache"), URI.create("http://localhost:9"), Optional.empty(), true),
                (file, received, total) -> {});
    }
}
