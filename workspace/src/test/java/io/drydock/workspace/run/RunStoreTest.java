package io.drydock.workspace.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.ImageSize;
import io.drydock.core.error.WorkspaceException;
import io.drydock.core.metric.Measured;
import io.drydock.workspace.run.RunDetails.ValidScores;
import io.drydock.workspace.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RunStoreTest {
    private static final RunDetails PLANNED =
            RunDetails.planned("resnet50", "article", new ImageSize(140, 210), 1, 1, 7);

    @TempDir
    Path folder;

    private RunStore runs;

    @BeforeEach
    void open() {
        runs = new RunStore(
                Database.open(folder.resolve("drydock.db")),
                folder.resolve("runs"),
                folder.resolve("trash"),
                Clock.systemUTC());
    }

    @Test
    void runsAreNumberedAndNamed() {
        RunFolder first = runs.create("resnet50", PLANNED);
        RunFolder second = runs.create("My Model!", PLANNED);

        assertThat(first.name()).isEqualTo("0001-resnet50");
        assertThat(second.name()).isEqualTo("0002-my-model-");
        assertThat(second.path()).isDirectory();
    }

    @Test
    void aRunGoesFromRunningToDoneWithItsScores() {
        RunFolder run = runs.create("resnet50", PLANNED);
        assertThat(runs.entry(run).status()).isEqualTo(RunStatus.RUNNING);

        ValidScores scores = new ValidScores(797, new Measured(0.93, 0.91, 0.95), new Measured(0.931, 0.912, 0.949));
        RunDetails done = PLANNED.withProgress(7, 531.25).withResult(6, Optional.of(scores), true);
        runs.update(run, done);
        runs.finish(run, RunStatus.DONE, "");

        RunEntry entry = runs.list().get(0);
        assertThat(entry.status()).isEqualTo(RunStatus.DONE);
        assertThat(entry.details()).isEqualTo(done);
        assertThat(entry.endedAt()).isPresent();
    }

    @Test
    void aRunThatDoesNotSayHowItsEpochWasChosenIsReadAsNotKnown() {
        JsonMapper mapper = JsonMapper.builder().build();
        RunDetails ended = PLANNED.withResult(3, Optional.empty(), true);
        ObjectNode written = (ObjectNode) mapper.readTree(mapper.writeValueAsString(ended));
        written.remove("epochChosen");

        RunDetails read = mapper.readValue(written.toString(), RunDetails.class);

        assertThat(read.epochChosen()).isEmpty();
        assertThat(read.keptEpoch()).contains(3);
    }

    @Test
    void aRunIsFoundByNameNumberOrLatest() {
        RunFolder first = runs.create("resnet50", PLANNED);
        RunFolder second = runs.create("resnet18", PLANNED);

        assertThat(runs.resolve("0001-resnet50")).isEqualTo(first);
        assertThat(runs.resolve("1")).isEqualTo(first);
        assertThat(runs.resolve("0002")).isEqualTo(second);
        assertThat(runs.resolve("latest")).isEqualTo(second);
        assertThatThrownBy(() -> runs.resolve("0001-resnet5"))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("0001-resnet50, 0002-resnet18")
                .hasMessageContaining("Did you mean 0001-resnet50?");
    }

    @Test
    void aRemovedRunLiesInTheTrashAndItsNumberIsNotGivenAgain() throws Exception {
        RunFolder run = runs.create("resnet50", PLANNED);
        Files.writeString(run.file("note.txt"), "kept");
        assertThatThrownBy(() -> runs.remove("1")).hasMessageContaining("is being trained");
        runs.finish(run, RunStatus.FAILED, "no space");

        Path trashed = runs.remove("1");

        assertThat(trashed.resolve("note.txt")).hasContent("kept");
        assertThat(runs.list()).isEmpty();
        assertThat(runs.create("resnet50", PLANNED).name()).isEqualTo("0002-resnet50");
    }

    @Test
    void twoProcessesNeverGetTheSameNumberAndTheirDeathShows() throws Exception {
        List<Process> processes =
                List.of(RunCreatingProgram.start(folder, 8, "left"), RunCreatingProgram.start(folder, 8, "right"));
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }
        RunFolder own = runs.create("own", PLANNED);

        assertThat(runs.list())
                .extracting(RunEntry::id)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17);
        assertThat(runs.list().subList(0, 16)).allSatisfy(entry -> {
            assertThat(entry.status()).isEqualTo(RunStatus.INTERRUPTED);
            assertThat(entry.message()).contains("drydock resume " + entry.id());
        });
        assertThat(runs.entry(own).status()).isEqualTo(RunStatus.RUNNING);

        runs.resume(runs.resolve("3"));
        assertThat(runs.entry(runs.resolve("3")).status()).isEqualTo(RunStatus.RUNNING);
    }

    @Test
    void aTornLineOfTheLogIsCutOff() throws Exception {
        RunFolder run = runs.create("resnet50", PLANNED);
        try (MetricsLog log = run.openMetrics()) {
            log.append("{\"event\":\"started\"}");
        }
        Files.writeString(run.metrics(), Files.readString(run.metrics()) + "{\"event\":\"ep");
        assertThat(MetricsLog.read(run.metrics())).containsExactly("{\"event\":\"started\"}");

        try (MetricsLog log = run.openMetrics()) {
            log.append("{\"event\":\"epoch\"}");
            assertThat(MetricsLog.read(run.metrics()))
                    .containsExactly("{\"event\":\"started\"}", "{\"event\":\"epoch\"}");
        }
    }
}
