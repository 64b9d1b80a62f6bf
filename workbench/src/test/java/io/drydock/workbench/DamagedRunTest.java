package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.DrydockException;
import io.drydock.core.error.WorkspaceException;
import io.drydock.core.run.RunListener;
import io.drydock.core.split.Part;
import io.drydock.workbench.config.PlanMapper;
import io.drydock.workbench.run.RunDocument;
import io.drydock.workspace.run.RunDetails;
import io.drydock.workspace.run.RunFolder;
import io.drydock.workspace.run.RunStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is wrong in a run's folder, the user hears which file it is and what to do, and never to throw weights away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedRunTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    /** JSON of kinds that a value of run.json may turn into; empty: the key is missing. */
    private static final List<String> WRONG_VALUES = List.of(
            "",
            "null",
            "7",
            "-1",
            "0.5",
            "1e300",
            "99999999999999999999",
            "true",
            "\"\"",
            "\"x\\ny\"",
            "[]",
            "[7]",
            "{}",
            "{\"a\":1}");

    private ShipWorkspace ships;
    private RunFolder run;
    private String document;
    private byte[] graph;
    private byte[] weights;

    @TempDir
    Path folder;

    @BeforeAll
    void draw(@TempDir Path drawn) throws IOException {
        ships = ShipWorkspace.in(drawn);
        run = ships.run(1);
        document = run.readRunJson();
        graph = Files.readAllBytes(run.onnx());
        weights = Files.readAllBytes(run.safetensors());
    }

    @AfterEach
    void mend() throws IOException {
        run.writeRunJson(document);
        Files.write(run.onnx(), graph);
        Files.write(run.safetensors(), weights);
        Files.deleteIfExists(run.probabilities(Part.VALID));
    }

    private void evaluate() {
        new EvaluateRun().run(new EvaluateRun.Request(ships.root(), "1"), Progress.NONE);
    }

    private void export() {
        new ExportRun()
                .run(new ExportRun.Request(
                        ships.root(), "1", ExportRun.Format.SAFETENSORS, false, folder.resolve("out"), true));
    }

    private void predict() {
        new PredictImages()
                .run(
                        new PredictImages.Request(ships.root(), "1", List.of(), Part.VALID, 2, Optional.empty(), false),
                        Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[1]", "{", "{\"config\": "})
    void showSaysWhatToDoAboutARunJsonThatIsDamaged(String text) {
        run.writeRunJson(text);

        assertThatThrownBy(() -> new ShowRun().run(ships.root(), "1"))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("run.json is damaged")
                .hasMessageContaining("Put it back from a copy")
                .hasMessageNotContaining("tools.jackson");
    }

    /** Either it can do without the damaged value, or it refuses in words of ours. */
    private static void worksOrRefuses(ThrowingCallable operation) throws Throwable {
        try {
            operation.call();
        } catch (DrydockException refused) {
            assertThat(refused.getMessage())
                    .isNotBlank()
                    .doesNotContain("runs rm")
                    .doesNotContain("Exception");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"network\":null}",
                "not json",
                "\u0000\u0001\u0002",
                "{\"schema\":\"drydock.run/1\",\"config\":7}"
            })
    void aRunJsonOfSomethingElseNamesTheFileAndKeepsTheWeights(String text) {
        run.writeRunJson(text);

        for (ThrowingCallable operation : List.<ThrowingCallable>of(this::evaluate, this::export, this::predict)) {
            assertThatThrownBy(operation)
                    .isInstanceOf(WorkspaceException.class)
                    .hasMessageContainingAll(
                            "run.json",
                            "Put it back from a copy",
                            "weights",
                            run.path().toString())
                    .hasMessageNotContaining("runs rm");
        }
    }

    @Test
    void aMissingRunJsonBesideWeightsIsNoReasonToRemoveThem() throws IOException {
        Files.delete(run.runJson());

        assertThatThrownBy(this::evaluate)
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContainingAll(
                        "run.json is missing",
                        "Put it back from a copy",
                        run.path().toString())
                .hasMessageNotContaining("runs rm");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"size\" : [ 64, 96 ]=\"size\" : [ 0, -1 ]",
                "\"size\" : [ 64, 96 ]=\"size\" : \"x\"",
                "\"size\" : [ 64, 96 ]=\"size\" : [ 99999999, 99999999 ]",
                "\"model\" : \"resnet18\"=\"model\" : \"resnet19\"",
                "\"model\" : \"resnet18\"=\"model\" : \"resnet34\"",
                "\"head\" : \"concat_pool\"=\"head\" : 7",
                "\"resize\" : \"squish\"=\"resize\" : \"squash\"",
                "\"fold\" : null=\"fold\" : 99",
                "\"split\" : 1=\"split\" : 999",
                "\"mean\" : [=\"mean\" : [ 1,"
            })
    void aChangedValueOfRunJsonIsRefusedInWords(String change) throws Throwable {
        String[] sides = change.split("=");
        String pattern = sides[0].replace("[", "\\[").replace("]", "\\]").replace(" ", "\\s*");
        run.writeRunJson(document.replaceAll(pattern, sides[1]));
        assertThat(run.readRunJson()).isNotEqualTo(document);

        worksOrRefuses(this::evaluate);
        worksOrRefuses(this::predict);
        worksOrRefuses(this::export);
    }

    /** Every value of run.json, missing or of another kind: it names the key, or the run works without it. */
    @Test
    void anyDamagedValueIsRefusedByItsKeyOrNotNeeded() throws Throwable {
        JsonNode whole = MAPPER.readTree(document);
        for (String pointer : pointers(whole, "")) {
            for (String wrong : WRONG_VALUES) {
                JsonNode changed = MAPPER.readTree(document);
                if (!replace(changed, pointer, wrong)) {
                    continue;
                }
                run.writeRunJson(MAPPER.writeValueAsString(changed));
                boolean accepted = refusedByKey(pointer);
                if (accepted && !pointer.startsWith("/config")) {
                    worksOrRefuses(this::predict);
                    worksOrRefuses(this::export);
                }
            }
        }
    }

    private boolean refusedByKey(String pointer) {
        try {
            RunDocument.card(run);
            PlanMapper.plan(RunDocument.config(run), run.runJson().toString());
            return true;
        } catch (DrydockException refused) {
            assertThat(refused.getMessage())
                    .as(pointer)
                    .contains("run.json")
                    .doesNotContain("Exception", "Node", "tools.jackson");
            List<String> names = names(pointer);
            assertThat(names.isEmpty() || names.stream().anyMatch(refused.getMessage()::contains))
                    .as(pointer + " is refused by \"" + refused.getMessage() + "\"")
                    .isTrue();
            return false;
        }
    }

    /** The keys on the way to a value: not positions in a list, and not the configuration as a whole. */
    private static List<String> names(String pointer) {
        return Stream.of(pointer.split("/"))
                .filter(part -> !part.isEmpty() && !part.matches("\\d+|config"))
                .toList();
    }

    private static List<String> pointers(JsonNode node, String path) {
        List<String> all = new ArrayList<>();
        node.properties().forEach(field -> {
            all.add(path + "/" + field.getKey());
            all.addAll(pointers(field.getValue(), path + "/" + field.getKey()));
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            all.add(path + "/" + i);
            all.addAll(pointers(node.get(i), path + "/" + i));
        }
        all.removeIf(pointer -> pointer.startsWith("/provenance"));
        return all;
    }

    /** Whether the value was there and is another one now. */
    private static boolean replace(JsonNode whole, String pointer, String wrong) {
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = whole.at(pointer.substring(0, slash));
        String name = pointer.substring(slash + 1);
        if (parent instanceof ObjectNode object) {
            if (wrong.isEmpty()) {
                return object.remove(name) != null;
            }
            JsonNode value = MAPPER.readTree(wrong);
            return !value.equals(object.replace(name, value));
        }
        ArrayNode array = (ArrayNode) parent;
        if (wrong.isEmpty()) {
            return array.remove(Integer.parseInt(name)) != null;
        }
        JsonNode value = MAPPER.readTree(wrong);
        return !value.equals(array.set(Integer.parseInt(name), value));
    }

    @Test
    void aChangedBitOfTheGraphIsNoticed() throws IOException {
        byte[] changed = graph.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(run.onnx(), changed);

        assertThatThrownBy(this::predict)
                .isInstanceOf(DrydockException.class)
                .hasMessageContainingAll(run.onnx().toString(), "is damaged");
    }

    @Test
    void weightsOfAnOlderVersionWithoutAChecksumAreReadUnlessTheyHoldNoNumbers() throws IOException {
        export();
        byte[] changed = weights.clone();
        for (int i = 0; i < 8; i++) {
            changed[changed.length / 2 + i] = (byte) 0xff;
        }
        Files.write(run.safetensors(), changed);

        assertThatThrownBy(this::export)
                .isInstanceOf(DrydockException.class)
                .hasMessageContainingAll(run.safetensors().toString(), "NaN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "image,predicted,1,2,3,4,5\nnowhere.jpg,1,1,0,0,0,0\n", "image,1\n\u0000"})
    void damagedProbabilitiesAreRefusedInWords(String text) throws Throwable {
        Files.write(run.probabilities(Part.VALID), text.getBytes(StandardCharsets.UTF_8));

        worksOrRefuses(this::evaluate);
    }

    @Test
    void aRunThatLostItsCheckpointSaysSoAndDoesNotBeginAnew() {
        RunFolder stopped = ships.run(2);
        RunDetails details = ships.open().runs().entry(stopped).details().withProgress(3, 60);
        ships.open().runs().update(stopped, details);
        ships.open().runs().finish(stopped, RunStatus.INTERRUPTED, "stopped on request");
        RunListener nobody = event -> {};

        assertThatThrownBy(() ->
                        new ResumeRun().run(new ResumeRun.Request(ships.root(), String.valueOf(stopped.id())), nobody))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContainingAll("3 epochs", stopped.checkpoint().toString(), "is gone", "train --config");
    }

    @Test
    void aLogThatIsNoTextOrNoJsonDoesNotHideTheRun() throws Throwable {
        for (byte[] log : List.of(
                new byte[] {(byte) 0xff, (byte) 0xfe, '\n'}, "not json\n[]\n".getBytes(StandardCharsets.UTF_8))) {
            Files.write(run.metrics(), log);
            worksOrRefuses(() -> new ShowRun().run(ships.root(), "1"));
            worksOrRefuses(() -> new ListRuns().run(ships.root()));
        }
        assertThat(new ListRuns().run(ships.root())).isNotEmpty();
    }
}
