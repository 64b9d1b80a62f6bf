package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.label.JournalEntry;
import io.drydock.core.predict.Probabilities;
import io.drydock.core.predict.ProbabilitiesCsv;
import io.drydock.core.run.RunListener;
import io.drydock.workbench.review.ReviewFilter;
import io.drydock.workbench.run.RunSummary;
import io.drydock.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What version 0.1.0 left on a disk opens, predicts, resumes and undoes. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OldWorkspaceTest {
    /** Sums in another order, on a CPU with other vector units, differ by this much after a few steps of Adam. */
    private static final double OTHER_CPU = 5e-3;

    private OldWorkspace old;

    @BeforeAll
    void unzip(@TempDir Path folder) {
        old = OldWorkspace.in(folder);
    }

    @Test
    void itsRunsAreListedAsTheyEnded() {
        List<RunSummary> runs =
                new ListRuns().run(OldWorkspace.withoutWeights(fresh("list")).root());

        assertThat(runs)
                .extracting(RunSummary::recipe, RunSummary::status, RunSummary::epochsDone, RunSummary::epochs)
                .containsExactly(
                        tuple("quick", "done", 4, 4),
                        tuple("quick", "interrupted", 3, 6),
                        tuple("article", "interrupted", 4, 7),
                        tuple("default", "interrupted", 2, 61));
        assertThat(runs.get(0).valid()).isPresent();
        assertThat(new ListSubmissions().run(old.root())).hasSize(1);
    }

    @Test
    void itsLabelsAreThoseOfItsTime() throws IOException {
        byte[] labels = new ExchangeLabels()
                .export(old.root(), OptionalLong.empty(), false, false)
                .bytes();

        assertThat(new String(labels, StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(old.expectedFile("labels.csv")));
    }

    @Test
    void itsJournalIsReadAsItWasWritten() throws IOException {
        JsonNode written = JsonMapper.builder()
                .build()
                .readTree(Files.readString(old.expectedFile("log.json")))
                .required("entries");

        List<JournalEntry> read = new DecideLabels(old.root()).log();

        assertThat(read).hasSize(written.size());
        for (int i = 0; i < read.size(); i++) {
            JsonNode entry = written.get(i);
            assertThat(read.get(i).seq()).isEqualTo(entry.required("seq").asLong());
            assertThat(read.get(i).batch()).isEqualTo(entry.required("batch").asLong());
            assertThat(read.get(i).action().key())
                    .isEqualTo(entry.required("action").asString());
            assertThat(read.get(i).why()).isEqualTo(entry.required("why").asString());
        }
    }

    @Test
    void itsDecisionsAreUndoneStepByStep() {
        OldWorkspace copy = OldWorkspace.withoutWeights(fresh("undo"));
        DecideLabels decisions = new DecideLabels(copy.root());

        DecideLabels.Reversal last = decisions.undo(1, "ben", "");
        DecideLabels.Reversal all = decisions.undo(Math.toIntExact(last.left()), "ben", "");

        assertThat(last.decisions())
                .extracting(decision -> decision.action().key())
                .containsExactly("unsure");
        assertThat(all.left()).isZero();
        String labels = new String(
                new ExchangeLabels()
                        .export(copy.root(), OptionalLong.empty(), false, false)
                        .bytes(),
                StandardCharsets.UTF_8);
        assertThat(labels.lines().toList()).isEqualTo(lines(copy.folder().resolve("ships/train.csv")));
        decisions.redo(1, "ben", "");
        assertThat(decisions.position()).isGreaterThan(12);
    }

    @Test
    void itsFindingsAreInTheQueue() {
        List<String> queue = new ReviewQueue(old.root())
                .paths(ReviewFilter.open().withShow(ReviewFilter.Show.ALL))
                .images();

        assertThat(queue).containsAll(old.expected("review.txt"));
    }

    @Test
    void itsFinishedRunEvaluatesAndPredictsAsBefore() {
        Path output = old.folder().resolve("predicted.csv");

        assertThat(new EvaluateRun()
                        .run(new EvaluateRun.Request(old.root(), "1"), Progress.NONE)
                        .evaluation()
                        .scores()
                        .n())
                .isEqualTo(13);
        new PredictImages().run(new PredictImages.Request(old.root(), "1", output), Progress.NONE);

        assertAlike(output, old.expectedFile("predict-1.csv"), 1e-5);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void aStoppedRunContinuesToWhereItWouldHaveCome(int run) throws IOException {
        TrainModel.Result resumed =
                new ResumeRun().run(new ResumeRun.Request(old.root(), String.valueOf(run)), RunListener.silent());

        assertThat(resumed.run().status()).isEqualTo("done");
        assertAlike(old.ofRun(run, "probabilities-valid.csv"), old.expectedFile("valid-" + run + ".csv"), OTHER_CPU);
        List<String> epochs = lines(old.ofRun(run, "metrics.jsonl")).stream()
                .filter(line -> line.contains("\"event\":\"epoch\""))
                .toList();
        List<String> then = old.expected("epochs-" + run + ".jsonl");
        assertThat(epochs).hasSameSizeAs(then);
        for (int i = 0; i < epochs.size(); i++) {
            for (String loss : List.of("train_loss", "valid_loss")) {
                assertThat(number(epochs.get(i), loss))
                        .as("%s of epoch %s", loss, i + 1)
                        .isCloseTo(number(then.get(i), loss), within(OTHER_CPU));
            }
        }
    }

    private Path fresh(String name) {
        return old.folder().resolve(name);
    }

    private void assertAlike(Path csv, Path other, double most) {
        Workspace workspace = Workspace.open(old.root());
        Probabilities now = ProbabilitiesCsv.read(csv, workspace.classes());
        Probabilities then = ProbabilitiesCsv.read(other, workspace.classes());
        assertThat(now.images()).isEqualTo(then.images());
        for (int i = 0; i < then.size(); i++) {
            assertThat(now.row(i)).as(then.images().get(i)).containsExactly(then.row(i), within(most));
        }
    }

    private static double number(String line, String key) {
        return JsonMapper.builder().build().readTree(line).required(key).asDouble();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
