package io.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.sample.ShipSet;
import io.drydock.train.config.Recipe;
import io.drydock.workbench.config.DataChoice;
import io.drydock.workbench.config.PlanMapper;
import io.drydock.workbench.config.TrainPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A file named by --config whose values are of another kind, or a damaged run.json, is refused by its name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenConfigTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Path workspace = Path.of("");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    void prepare(@TempDir Path shared) {
        Path ships = shared.resolve("ships");
        ShipSet.of(20, 5).write(ships);
        workspace = shared.resolve("ws");
        String images = ships.resolve("images").toString();
        String labels = ships.resolve("train.csv").toString();
        assertThat(run("init", workspace.toString(), "--images", images, "--labels", labels))
                .isEqualTo(Main.DONE);
    }

    @BeforeEach
    void forget() {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
    }

    @ParameterizedTest
    @EnumSource(TrainSetting.class)
    void anOptionThatHoldsAMapOrAListIsRefusedWithItsLine(TrainSetting setting) throws IOException {
        String key = setting.option().substring(2);
        for (String value : List.of("{a: 1}", "{a: {b: [1]}}", "[[1]]", "[{a: 1}]")) {
            refused("config.yaml", "# a comment\n" + key + ": " + value + "\n", "config.yaml line 2: ", "train");
        }
        refused("config.yaml", key + ": {a: 1}\n", "config.yaml line 1: ", "lr-find");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyOfARunJsonThatHoldsAMapOrAListOrNothingIsRefusedWithItsName(String key) throws IOException {
        String name = key.substring(key.lastIndexOf('.') + 1);
        ObjectNode map = NODES.objectNode().put("a", 1);
        for (String broken : List.of("{\"a\": 1}", "[[1]]", "null", "")) {
            ObjectNode run = document();
            ObjectNode parent = parent(run, key);
            switch (broken) {
                case "" -> parent.remove(name);
                case "null" -> parent.putNull(name);
                case "[[1]]" -> parent.putArray(name).addArray().add(1);
                default -> parent.set(name, map.deepCopy());
            }
            refused("run.json", run.toPrettyString(), name, "train");
        }
    }

    static Stream<String> keys() {
        List<String> keys = new ArrayList<>();
        collect("", (ObjectNode) document().required("config"), keys);
        keys.remove("machine.device");
        return keys.stream();
    }

    /** All keys but those that may be null. */
    private static void collect(String prefix, ObjectNode node, List<String> keys) {
        node.properties().forEach(entry -> {
            if (entry.getValue() instanceof ObjectNode inner) {
                collect(prefix + entry.getKey() + ".", inner, keys);
            } else if (!entry.getValue().isNull()) {
                keys.add(prefix + entry.getKey());
            }
        });
    }

    private static ObjectNode parent(ObjectNode run, String key) {
        ObjectNode parent = (ObjectNode) run.required("config");
        String[] parts = key.split("\\.", -1);
        for (int i = 0; i < parts.length - 1; i++) {
            parent = (ObjectNode) parent.required(parts[i]);
        }
        return parent;
    }

    @Test
    void aRunJsonThatIsCutAnywhereIsRefused() throws IOException {
        String whole = document().toPrettyString();
        for (int end = 1; end < whole.length() - 1; end += 1 + whole.length() / 60) {
            refused("run.json", whole.substring(0, end), "is not valid", "train");
            assertThat(err.toString()).doesNotContain("[Source");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1, 2]", "3", "\"run.json\"", "null", "true"})
    void aRunJsonWhoseConfigurationIsNoneIsRefused(String config) throws IOException {
        for (String verb : List.of("train", "lr-find", "split")) {
            refused(
                    "run.json",
                    "{\"schema\": \"drydock.run/1\",\n \"config\": " + config + ", \"provenance\": {}}",
                    "run.json line 2: \"config\" must hold the keys of a configuration",
                    verb);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "set: {recipe: {a: 1}}                 | \"recipe\" takes one value",
                "set: {recipe.a: 1}                    | \"recipe\" takes one value",
                "set: {input: 3}                       | \"input\" holds keys of its own",
                "set: []                               | \"set\" takes keys and their values",
                "set: {a: 1, a.b: 2}                   | gives a.b, which the file gives elsewhere",
                "set: {'': 1}                          | unknown key",
                "set: {'a..b': 1}                      | unknown key",
                "input: [3]                            | \"input\" holds keys of its own",
                "data: [a]                             | \"data\" holds keys of its own",
                "data: {from: {a: 1}}                  | \"data.from\" takes one value",
                "fold: {a: 1}                          | \"fold\" takes one value",
                "all_data: [true]                      | \"all_data\" takes one value",
                "? {a: 1}#: 3                          | is not valid YAML",
                "[1, 2]                                | is not a mapping of keys to values",
                "seed                                  | is not a mapping of keys to values"
            })
    void aMapOrAListInAnotherPlaceIsRefused(String text, String message) throws IOException {
        refused("config.yaml", text.replace('#', '\n'), message, "train");
    }

    private void refused(String file, String text, String message, String verb) throws IOException {
        Path config = Files.writeString(folder.resolve(file), text);
        forget();
        List<String> words = new ArrayList<>(List.of(verb, "-w", workspace.toString(), "--config", config.toString()));
        if (verb.equals("train")) {
            words.add("--dry-run");
        }

        assertThat(run(words.toArray(String[]::new))).as(text).isEqualTo(Main.WRONG_REQUEST);

        assertThat(err.toString()).as(text).startsWith(config.toString()).contains(message);
        assertThat(err.toString().length()).as(err.toString()).isLessThan(1000);
        assertThat(out.toString()).isEmpty();
    }

    /** A run.json, as far as --config reads it. */
    private static ObjectNode document() {
        ObjectNode run = NODES.objectNode().put("schema", "drydock.run/1");
        run.set("config", PlanMapper.tree(new TrainPlan(Recipe.QUICK.config(), DataChoice.CURRENT_SPLIT)));
        run.putObject("provenance").put("seed", 1);
        return run;
    }

    private int run(String... args) {
        return Main.run(List.of(args), new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
