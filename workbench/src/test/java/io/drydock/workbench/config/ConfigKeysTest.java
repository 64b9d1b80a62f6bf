package io.drydock.workbench.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.drydock.core.error.ConfigException;
import io.drydock.train.config.EpochPlan;
import io.drydock.train.config.InputConfig;
import io.drydock.train.config.Recipe;
import io.drydock.train.config.TrainConfig;
import io.drydock.workbench.OldWorkspace;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every component of the configuration's records, found by reflection, is a key that a file sets, and a file repeats. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfigKeysTest {
    private static final String RUN = "0001-tf_efficientnet_lite0";
    private static final String SOURCE = "plan.yaml";

    /** Values of which each key of text takes one. */
    private static final List<String> TEXTS =
            List.of("quick", "resnet18", "none", "96x128", "0.25", "layer2", "blocks.2", RUN, "auto");

    private Path workspace = Path.of("");

    @BeforeAll
    void unzip(@TempDir Path folder) {
        workspace = OldWorkspace.withoutWeights(folder).root();
    }

    /** A key with the type of its value. */
    record Key(String path, Class<?> type) {
        @Override
        public String toString() {
            return path;
        }
    }

    static Stream<Key> keys() {
        return Stream.concat(keysOf("", TrainConfig.class), keysOf("data.", DataChoice.class));
    }

    private static Stream<Key> keysOf(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> {
            String path = prefix + snakeCase(component);
            Class<?> inner = component.getType();
            return inner.isRecord() && inner != EpochPlan.class
                    ? keysOf(path + ".", inner)
                    : Stream.of(new Key(path, inner));
        });
    }

    private static String snakeCase(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static TrainPlan base() {
        TrainConfig config = Recipe.DEFAULT.config();
        return new TrainPlan(
                config.withEpochs(
                        config.epochs(),
                        new InputConfig("140x210", config.input().resize())),
                DataChoice.CURRENT_SPLIT.withSplit(1));
    }

    private TrainPlan read(JsonNode keys) {
        return new PlanBuilder().file(ConfigDocument.parse(yaml(keys), SOURCE)).build(workspace);
    }

    private static String yaml(JsonNode keys) {
        return YAMLMapper.builder().build().writeValueAsString(keys);
    }

    @Test
    void everyComponentIsAKeyOfThePrintedConfiguration() {
        assertThat(ConfigDocument.leaves("", PlanMapper.tree(base())))
                .containsExactlyInAnyOrderElementsOf(keys().map(Key::path).toList())
                .hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @EnumSource(Recipe.class)
    void thePrintedConfigurationIsReadAsItIs(Recipe recipe) {
        TrainPlan plan = new TrainPlan(
                recipe.config(), new DataChoice(1, Optional.of(2), recipe == Recipe.QUICK, Optional.of(RUN)));

        assertThat(read(PlanMapper.tree(plan))).isEqualTo(plan);
        assertThat(new PlanBuilder()
                        .file(ConfigDocument.parse(PlanMapper.yaml(plan), SOURCE))
                        .build(workspace))
                .isEqualTo(plan);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aChangedKeyChangesThatKeyAlone(Key key) {
        Map<String, String> before = values(base());

        Map<String, String> after = values(changed(key)
                .orElseThrow(() -> new AssertionError("no other value was found for " + key + ": add one to TEXTS")));

        assertThat(after).isNotEqualTo(before).containsOnlyKeys(before.keySet());
        before.remove(key.path());
        assertThat(after).containsAllEntriesOf(before);
    }

    /** The same key alone in a file, over the recipe. */
    @ParameterizedTest
    @MethodSource("keys")
    void aKeyAloneInAFileIsObeyed(Key key) {
        String wanted = values(changed(key).orElseThrow()).get(key.path());
        ObjectNode file = YAMLMapper.builder()
                .build()
                .createObjectNode()
                .put("recipe", "default")
                .put("weights", "none");
        at(file, key.path(), at(PlanMapper.tree(changed(key).orElseThrow()), key.path()));

        assertThat(values(read(file))).contains(entry(key.path(), wanted));
    }

    private Optional<TrainPlan> changed(Key key) {
        return candidates(key)
                .flatMap(value -> {
                    ObjectNode tree = PlanMapper.tree(base());
                    at(tree, key.path(), value);
                    try {
                        TrainPlan plan = read(tree);
                        return plan.equals(base()) ? Stream.empty() : Stream.of(plan);
                    } catch (ConfigException notThisOne) {
                        return Stream.empty();
                    }
                })
                .findFirst();
    }

    private static Stream<JsonNode> candidates(Key key) {
        YAMLMapper mapper = YAMLMapper.builder().build();
        if (key.type().isEnum()) {
            return Arrays.stream(key.type().getEnumConstants())
                    .map(constant -> mapper.valueToTree(constant.toString().toLowerCase(Locale.ROOT)));
        }
        if (List.class.isAssignableFrom(key.type())) {
            return Stream.of(mapper.valueToTree(List.of(0.1, 0.5, 1.0)));
        }
        Stream<Object> values = key.type() == boolean.class
                ? Stream.of(true, false)
                : key.type() == int.class || key.type() == long.class
                        ? Stream.of(7, 2, 1)
                        : key.type() == double.class
                                ? Stream.of(0.37, 1.5, 37.5, 1e-4)
                                : key.type() == EpochPlan.class
                                        ? Stream.of("1+3")
                                        : Stream.concat(Stream.of(1), TEXTS.stream());
        return values.map(mapper::valueToTree);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aWrongValueNamesFileAndLine(Key key) {
        List<String> allowed = key.type() == Optional.class
                ? List.of("", "~")
                : List.of("body.freeze_to", "rate.multipliers").contains(key.path()) ? List.of("''") : List.of();
        for (String wrong : List.of("nonsense!", "", "~", "''", "[1, [2]]", "{deep: 1}")) {
            if (allowed.contains(wrong)) {
                continue;
            }
            String text = nested(key.path(), wrong);

            assertThatThrownBy(() -> new PlanBuilder()
                            .file(ConfigDocument.parse(text, SOURCE))
                            .build(workspace))
                    .as("%s: %s", key, wrong)
                    .isInstanceOf(ConfigException.class)
                    .hasMessageStartingWith(SOURCE + " line " + text.lines().count() + ": ");
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void anUnknownKeyNamesFileLineAndTheNearestOne(Key key) {
        String text = nested(key.path() + "x", "1");

        assertThatThrownBy(() -> new PlanBuilder()
                        .file(ConfigDocument.parse(text, SOURCE))
                        .build(workspace))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(SOURCE + " line " + text.lines().count() + ": unknown key \"" + key + "x\"")
                .hasMessageContaining("\"" + key + "\"");
    }

    /** One key a line. */
    private static String nested(String path, String value) {
        StringBuilder text = new StringBuilder();
        String[] parts = path.split("\\.", -1);
        for (int i = 0; i < parts.length; i++) {
            text.append("  ".repeat(i)).append(parts[i]).append(i == parts.length - 1 ? ": " + value : ":\n");
        }
        return text + "\n";
    }

    private static Map<String, String> values(TrainPlan plan) {
        ObjectNode tree = PlanMapper.tree(plan);
        Map<String, String> values = new LinkedHashMap<>();
        ConfigDocument.leaves("", tree)
                .forEach(path -> values.put(path, at(tree, path).toString()));
        return values;
    }

    private static JsonNode at(JsonNode tree, String path) {
        JsonNode node = tree;
        for (String part : path.split("\\.", -1)) {
            node = node.required(part);
        }
        return node;
    }

    private static void at(ObjectNode tree, String path, JsonNode value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            tree.set(path, value);
        } else {
            String first = path.substring(0, dot);
            ObjectNode inner = tree.get(first) instanceof ObjectNode there ? there : tree.putObject(first);
            at(inner, path.substring(dot + 1), value);
        }
    }
}
