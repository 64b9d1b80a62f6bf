package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.ConfigException;
import io.drydock.core.error.DataException;
import io.drydock.core.error.WorkspaceException;
import io.drydock.core.predict.Mix;
import io.drydock.core.predict.Probabilities;
import io.drydock.core.predict.ProbabilitiesCsv;
import io.drydock.core.split.Part;
import io.drydock.core.submission.SampleSubmission;
import io.drydock.core.submission.SubmissionFile;
import io.drydock.train.config.KeepConfig;
import io.drydock.workbench.evaluate.Evaluation;
import io.drydock.workbench.json.SubmissionsJson;
import io.drydock.workbench.run.ChosenEpoch;
import io.drydock.workbench.submission.SubmissionLine;
import io.drydock.workspace.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WriteSubmissionTest {
    private ShipWorkspace ships;
    private RunFolder run;

    @BeforeAll
    void draw(@TempDir Path folder) {
        ships = ShipWorkspace.in(folder);
        run = ships.run(1);
    }

    @Test
    void theFileFitsTheSampleAndStandsInTheLedger(@TempDir Path folder) {
        Path file = folder.resolve("answer.csv");

        WriteSubmission.Result result =
                new WriteSubmission().run(new WriteSubmission.Request(ships.root(), file, "1"), Progress.NONE);

        SampleSubmission sample = SampleSubmission.read(ships.ships().resolve("sample_submission.csv"));
        assertThat(SubmissionFile.read(file)
                        .check(sample, ships.open().classes())
                        .differences())
                .isEmpty();
        assertThat(result.checked()).isTrue();
        assertThat(result.counts().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(20);
        SubmissionLine line = result.submission();
        assertThat(line.runs()).containsExactly(run.name());
        assertThat(line.weightedF1()).isPresent();
        assertThat(new ScoreSubmission().run(ships.root(), line.number(), 0.925).leaderboardScore())
                .contains(0.925);
    }

    @Test
    void anExistingFileIsKeptUnlessForced(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.csv"), "mine");

        assertThatThrownBy(() ->
                        new WriteSubmission().run(new WriteSubmission.Request(ships.root(), file, "1"), Progress.NONE))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("--force");
        assertThat(file).hasContent("mine");
    }

    @Test
    void probabilitiesOfOtherImagesAreRefusedAndNothingIsWritten(@TempDir Path folder) throws IOException {
        Path theirs = folder.resolve("theirs.csv");
        Files.writeString(theirs, "image,predicted,1,2,3,4,5\nnowhere.jpg,1,1,0,0,0,0\n");
        Path file = folder.resolve("answer.csv");

        assertThatThrownBy(() -> new WriteSubmission()
                        .run(new WriteSubmission.Request(ships.root(), file, theirs.toString()), Progress.NONE))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("theirs.csv");
        assertThat(file).doesNotExist();
    }

    @Test
    void anAllDataRunSubmitsAndSaysWhyItHasNoScore(@TempDir Path folder) {
        String all = ships.run(2, Optional.empty(), true).name();

        WriteSubmission.Result result = new WriteSubmission()
                .run(
                        new WriteSubmission.Request(
                                ships.root(),
                                List.of(all, run.name()),
                                new Mix.Mean(),
                                "mean",
                                2,
                                folder.resolve("answer.csv"),
                                false),
                        Progress.NONE);

        assertThat(result.submission().weightedF1()).isEmpty();
        assertThat(result.noScore()).contains("--all-data");
        assertThat(result.submission().tta()).isEqualTo(2);
    }

    @Test
    void theLedgerHoldsTheCrossFittedScoreOfFittedWeights(@TempDir Path folder) {
        String other = ships.run(31).name();

        SubmissionLine line = submit(folder, "fit", run.name(), other);

        Evaluation evaluated = new EvaluateRun()
                .run(
                        new EvaluateRun.Request(
                                ships.root(), List.of(run.name(), other), Part.VALID, 1, new Mix.Fit(), 5, false),
                        Progress.NONE)
                .evaluation();
        assertThat(line.weightedF1()).contains(evaluated.scores().weightedF1());
        assertThat(line.crossFitFolds()).isEqualTo(5);
        assertThat(line.caveats()).isEmpty();
    }

    @Test
    void runsOfSeveralFoldsGiveAMeanAndNoFittedWeights(@TempDir Path folder) {
        String[] folds = {
            ships.run(32, Optional.of(0), false).name(),
            ships.run(33, Optional.of(1), false).name(),
            ships.run(34, Optional.of(2), false).name()
        };

        assertThatThrownBy(() -> submit(folder, "fit", folds))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("different folds");
        assertThat(folder.resolve("fit.csv")).doesNotExist();
        assertThat(submit(folder, "mean", folds).weightedF1()).isPresent();
        assertThat(submit(folder, "vote", folds).weightedF1()).isEmpty();
        String[] two = {
            folds[0],
            folds[1],
            folds[2],
            ships.run(36, Optional.of(0), false).name(),
            ships.run(37, Optional.of(1), false).name(),
            ships.run(38, Optional.of(2), false).name()
        };
        SubmissionLine fitted = submit(folder, "fit", two);
        assertThat(fitted.crossFitFolds()).isEqualTo(5);
        assertThat(fitted.validN()).contains(ships.open().dataset().size());
    }

    @Test
    void theLedgerSaysThatAnEpochWasChosenOnTheImagesScored(@TempDir Path folder) {
        String best = ships.run(35, Optional.empty(), false, new KeepConfig(0, true, 0, true))
                .name();

        SubmissionLine line = submit(folder, "mean", best);

        assertThat(line.epochChosen()).isTrue();
        assertThat(line.caveats()).containsExactly(ChosenEpoch.NOTE);
        assertThat(SubmissionsJson.of(List.of(line))
                        .get("submissions")
                        .get(0)
                        .get("epoch_chosen_on_same_images")
                        .asBoolean())
                .isTrue();
    }

    private SubmissionLine submit(Path folder, String mix, String... runs) {
        return new WriteSubmission()
                .run(
                        new WriteSubmission.Request(
                                ships.root(),
                                List.of(runs),
                                Mix.parse(mix),
                                mix,
                                1,
                                folder.resolve(mix + ".csv"),
                                false),
                        Progress.NONE)
                .submission();
    }

    @Test
    void picturesAnywhereArePredictedAndBrokenOnesListed(@TempDir Path folder) throws IOException {
        Path picture = ships.ships().resolve("images").resolve(images().get(0));
        Files.copy(picture, folder.resolve("a.jpg"));
        Files.writeString(folder.resolve("b.jpg"), "no picture");

        PredictImages.Result result = new PredictImages()
                .run(
                        new PredictImages.Request(
                                ships.root(), "1", List.of(folder), Part.TEST, 1, Optional.empty(), false),
                        Progress.NONE);

        assertThat(result.probabilities().images()).hasSize(1).allMatch(name -> name.endsWith("a.jpg"));
        assertThat(result.skipped()).hasSize(1).allMatch(one -> one.image().endsWith("b.jpg"));
    }

    @Test
    void aPredictionFileReadsBackBitByBit(@TempDir Path folder) {
        Path file = folder.resolve("test.csv");

        Probabilities predicted = new PredictImages()
                .run(new PredictImages.Request(ships.root(), "1", file), Progress.NONE)
                .probabilities();

        Probabilities read = ProbabilitiesCsv.read(file, ships.open().classes());
        assertThat(read.images()).isEqualTo(predicted.images());
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.row(i)).containsExactly(predicted.row(i), org.assertj.core.data.Offset.offset(1e-15));
        }
    }

    private List<String> images() {
        return ships.open().splits().current().images(Part.VALID);
    }
}
