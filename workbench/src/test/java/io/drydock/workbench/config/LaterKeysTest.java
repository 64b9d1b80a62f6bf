package io.drydock.workbench.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.ConfigException;
import io.drydock.core.error.WorkspaceException;
import io.drydock.train.config.Recipe;
import io.drydock.workbench.OldWorkspace;
import io.drydock.workbench.run.RunDocument;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A run.json of an older version means what that version did. */
class LaterKeysTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private OldWorkspace old;

    @BeforeEach
    void unzip() {
        old = OldWorkspace.withoutWeights(folder);
    }

    @Test
    void everyKeyIsInTheRunsOfTheFirstVersionOrInTheTable() throws IOException {
        Set<String> today = ConfigDocument.leaves(
                        "", PlanMapper.tree(new TrainPlan(Recipe.DEFAULT.config(), DataChoice.CURRENT_SPLIT)))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known =
                ConfigDocument.leaves("", config(document(2))).collect(Collectors.toCollection(TreeSet::new));
        known.addAll(LaterKeys.keys());

        assertThat(today).as("a new key needs a line in LaterKeys").isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aRunOfTheFirstVersionIsRepeated(int run) throws IOException {
        ObjectNode written = config(document(run));

        TrainPlan repeated = new PlanBuilder().file(old.ofRun(run, "run.json")).build(old.root());

        JsonNode read = PlanMapper.tree(repeated);
        for (String key : ConfigDocument.leaves("", written).toList()) {
            assertThat(at(read, key).toString())
                    .as(key)
                    .isEqualTo(at(written, key).toString());
        }
        assertThat(PlanMapper.plan(RunDocument.config(folderOf(run)), "run.json"))
                .isEqualTo(repeated);
    }

    @Test
    void aLaterKeyThatIsMissingMeansWhatWasDoneBefore() throws IOException {
        for (String key : LaterKeys.keys()) {
            ObjectNode document = document(2);
            remove(config(document), key);
            Files.writeString(old.ofRun(2, "run.json"), MAPPER.writeValueAsString(document));

            JsonNode repeated = PlanMapper.tree(
                    new PlanBuilder().file(old.ofRun(2, "run.json")).build(old.root()));
            JsonNode resumed = RunDocument.config(folderOf(2));

            assertThat(at(repeated, key).asString()).as(key).isEqualTo(LaterKeys.before(key));
            assertThat(at(resumed, key).asString()).as(key).isEqualTo(LaterKeys.before(key));
        }
    }

    @Test
    void aRunWithoutADeviceWasOnTheCpu() {
        assertThat(LaterKeys.before("machine.device")).isEqualTo("cpu");
    }

    @Test
    void anOldPrintedConfigurationMeansTheSame() throws IOException {
        List<String> yaml = old.expected("dry-run.txt").stream()
                .takeWhile(line -> !line.contains("images to train on"))
                .filter(line -> !line.strip().startsWith("device:"))
                .toList();
        Path file = Files.write(folder.resolve("printed.yaml"), yaml);

        TrainPlan plan = new PlanBuilder().file(file).build(old.root());

        assertThat(plan.config().machine().device().key()).isEqualTo("cpu");
    }

    @Test
    void aFileThatAPersonWroteTakesTodaysValueOfTheRecipe() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "recipe: quick\nmachine: {threads: 2}\n");

        TrainPlan plan = new PlanBuilder().file(file).build(old.root());

        assertThat(plan.config().machine().device())
                .isEqualTo(Recipe.QUICK.config().machine().device());
    }

    @Test
    void anyOtherKeyThatIsMissingIsDamage() throws IOException {
        List<String> keys = ConfigDocument.leaves("", config(document(2)))
                .filter(key -> !LaterKeys.keys().contains(key))
                .toList();
        for (String key : keys) {
            ObjectNode document = document(2);
            remove(config(document), key);
            Path file = Files.writeString(folder.resolve("run.json"), MAPPER.writeValueAsString(document));

            assertThatThrownBy(() -> new PlanBuilder().file(file))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining(file + " lacks \"" + key + "\"");
        }
        ObjectNode document = document(3);
        remove(config(document), "loss.mixup_share");
        Files.writeString(old.ofRun(3, "run.json"), MAPPER.writeValueAsString(document));
        assertThatThrownBy(() -> RunDocument.config(folderOf(3)))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("loss.mixup_share");
    }

    private RunFolder folderOf(int run) {
        return Workspace.open(old.root()).runs().resolve(String.valueOf(run));
    }

    private ObjectNode document(int run) throws IOException {
        return (ObjectNode) MAPPER.readTree(Files.readString(old.ofRun(run, "run.json")));
    }

    private static ObjectNode config(ObjectNode document) {
        return (ObjectNode) document.required("config");
    }

    private static void remove(ObjectNode tree, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            tree.remove(path);
        } else if (tree.get(path.substring(0, dot)) instanceof ObjectNode inner) {
            remove(inner, path.substring(dot + 1));
        }
    }

    private static JsonNode at(JsonNode tree, String path) {
        JsonNode node = tree;
        for (String part : path.split("\\.", -1)) {
            node = node.required(part);
        }
        return node;
    }
}
