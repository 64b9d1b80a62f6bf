package io.drydock.network.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.ImageSize;
import io.drydock.core.data.Normalization;
import io.drydock.core.error.ConfigException;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Stage;
import io.drydock.network.timm.TimmConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ModelZooTest {
    static Stream<String> models() {
        return ModelZoo.names().stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyTensorHasTheNameAndShapeOfTimm(String name) throws Exception {
        JsonNode golden = golden().path(name);
        Network network = ModelZoo.create(name);

        assertThat(network.parameters()).isEqualTo(golden.path("parameters").asLong());
        assertThat(network.stateNames())
                .hasSize(golden.path("state_tensors").asInt())
                .doesNotHaveDuplicates();
        assertThat(stateHash(network)).isEqualTo(golden.path("state_sha256").asString());
    }

    @ParameterizedTest
    @MethodSource("models")
    void everySizeFromSmallToLargeGoesThrough(String name) {
        Network network = ModelZoo.create(name, 5);

        assertThat(network.shapes(new ImageSize(64, 96))
                        .get(network.featureMap())
                        .height())
                .isEqualTo(2);
        assertThat(network.shapes(new ImageSize(299, 211)).get(network.output()).channels())
                .isEqualTo(5);
        assertThat(network.outputWidth()).isEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("models")
    void stagesAndHeadTogetherAreTheWholeNetwork(String name) {
        Network network = ModelZoo.create(name);

        int inStages = network.stages().stream()
                .mapToInt(stage -> network.nodesOf(stage).size())
                .sum();

        assertThat(inStages + network.headNodes().size())
                .isEqualTo(network.nodes().size());
        assertThat(network.stages().get(network.stages().size() - 1).lastNode()).isEqualTo(network.featureMap());
    }

    @Test
    void multiplyAddsAreThePublishedOnes() {
        ImageSize size = new ImageSize(224, 224);

        assertThat(ModelZoo.create("resnet50").multiplyAdds(size) / 1e9).isBetween(4.08, 4.12);
        assertThat(ModelZoo.create("densenet121").multiplyAdds(size) / 1e9).isBetween(2.8, 2.9);
        assertThat(ModelZoo.create("tf_efficientnet_lite0").multiplyAdds(size) / 1e9)
                .isBetween(0.38, 0.41);
    }

    @Test
    void stagesHaveTheNamesThatUsersFreezeTo() {
        assertThat(ModelZoo.create("resnet18").stages())
                .extracting(Stage::name)
                .containsExactly("stem", "layer1", "layer2", "layer3", "layer4");
        assertThat(ModelZoo.create("tf_efficientnet_lite0").stages())
                .extracting(Stage::name)
                .startsWith("stem", "blocks.0")
                .endsWith("blocks.6", "conv_head");
    }

    @Test
    void aMistypedModelIsToldTheNearest() {
        assertThatThrownBy(() -> ModelZoo.create("resnet5O"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("resnet5O")
                .hasMessageContaining("Did you mean \"resnet50\"?");
    }

    @Test
    void theConfigurationForTimmNamesClassesAndPixels() {
        String json = TimmConfig.json(
                ModelZoo.info("resnet18"),
                ClassList.ofCodes(List.of("1", "2")),
                new ImageSize(140, 210),
                Normalization.IMAGENET);

        JsonNode root = new JsonMapper().readTree(json);

        assertThat(root.path("architecture").asString()).isEqualTo("resnet18");
        assertThat(root.path("num_features").asInt()).isEqualTo(512);
        assertThat(root.path("pretrained_cfg").path("input_size").toString()).isEqualTo("[3,140,210]");
        assertThat(root.path("label_names").toString()).isEqualTo("[\"1\",\"2\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "resnet50,conv1,fc",
        "densenet121,features.conv0,classifier",
        "tf_efficientnet_lite1,conv_stem,classifier"
    })
    void theConfigurationForTimmNamesFirstAndLastModule(String model, String first, String last) {
        JsonNode pretrained = TimmConfig.tree(
                        ModelZoo.info(model),
                        ClassList.ofCodes(List.of("1", "2")),
                        new ImageSize(140, 210),
                        Normalization.IMAGENET)
                .path("pretrained_cfg");

        assertThat(pretrained.path("first_conv").asString()).isEqualTo(first);
        assertThat(pretrained.path("classifier").asString()).isEqualTo(last);
    }

    private static String stateHash(Network network) throws Exception {
        Map<String, String> lines = new TreeMap<>();
        network.stateNames().forEach(name -> lines.put(name, name + " []"));
        network.weights().forEach(spec -> lines.put(spec.name(), spec.name() + " " + spec.dimensions()));
        byte[] text =
                String.join("\n", lines.values().stream().sorted().toList()).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    }

    private static JsonNode golden() throws IOException {
        try (InputStream in = ModelZooTest.class.getResourceAsStream("/golden/models.json")) {
            return new JsonMapper().readTree(in);
        }
    }
}
