package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.DataException;
import io.drydock.core.predict.Mix;
import io.drydock.core.predict.Probabilities;
import io.drydock.core.predict.ProbabilitiesCsv;
import io.drydock.core.split.Part;
import io.drydock.core.submission.SampleSubmission;
import io.drydock.core.submission.SubmissionFile;
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
                .isInstanceOf(DataException.class)
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
