package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.DrydockException;
import io.drydock.core.error.WorkspaceException;
import io.drydock.core.run.RunListener;
import io.drydock.core.split.Part;
import io.drydock.workspace.run.RunDetails;
import io.drydock.workspace.run.RunFolder;
import io.drydock.workspace.run.RunStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong in a run's folder, the user hears which file it is and what to do, and never to throw weights away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedRunTest {
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
