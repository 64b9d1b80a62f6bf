package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.error.ConfigException;
import io.drydock.core.error.DataException;
import io.drydock.core.error.WorkspaceException;
import io.drydock.core.predict.Mix;
import io.drydock.core.predict.Probabilities;
import io.drydock.core.predict.ProbabilitiesCsv;
import io.drydock.core.split.Part;
import io.drydock.train.config.KeepConfig;
import io.drydock.workbench.evaluate.Evaluation;
import io.drydock.workbench.json.CompareJson;
import io.drydock.workbench.json.EvaluateJson;
import io.drydock.workspace.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvaluateRunTest {
    private ShipWorkspace ships;
    private RunFolder first;
    private RunFolder second;

    @BeforeAll
    void draw(@TempDir Path folder) {
        ships = ShipWorkspace.in(folder);
        first = ships.run(1);
        second = ships.run(2);
    }

    @Test
    void aRunIsScoredOnItsValidPartWithAPageAndHeatMaps() throws IOException {
        Evaluation evaluation = new EvaluateRun()
                .run(new EvaluateRun.Request(ships.root(), "1"), Progress.NONE)
                .evaluation();

        int valid = ships.open().splits().current().count(Part.VALID);
        assertThat(evaluation.scores().n()).isEqualTo(valid);
        assertThat(evaluation.topLosses()).isSortedAccordingTo((a, b) -> Double.compare(b.loss(), a.loss()));
        String page = Files.readString(ships.root().resolve(evaluation.report()));
        assertThat(page).contains(evaluation.topLosses().get(0).image()).contains("where the model looked in");
        assertThat(first.probabilities(Part.VALID)).exists();
    }

    @Test
    void severalRunsAreCombinedByMeanProbability() {
        Evaluation both = evaluate("mean", first.name(), second.name());

        double expected = (probability(first, 0) + probability(second, 0)) / 2;
        String image = images().get(0);
        double found = both.topLosses().stream()
                .filter(loss -> loss.image().equals(image))
                .findFirst()
                .orElseThrow()
                .pLabel();
        assertThat(found).isCloseTo(expected, within(1e-9));
        assertThat(both.mix()).isEqualTo("mean of probabilities");
    }

    @Test
    void fittedWeightsSayWhatTheyWereFittedOn() {
        assertThat(evaluate("fit", "1", "2").mix()).contains("fitted on").contains("images of the valid part");
    }

    @Test
    void theScoreOfFittedWeightsIsCrossFittedAndSaysSo() {
        Evaluation fitted = evaluate("fit", "1", "2");

        assertThat(fitted.crossFitFolds()).isEqualTo(5);
        assertThat(fitted.mix()).contains("cross-fitted in 5 folds");
        assertThat(EvaluateJson.of(fitted).get("cross_fit_folds").asInt()).isEqualTo(5);
        assertThat(evaluate("mean", "1", "2").crossFitFolds()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fit", "vote", "2,1,1"})
    void runsOfDifferentFoldsHaveNothingToMix(String mix) {
        List<String> folds = List.of(
                ships.run(13, Optional.of(0), false).name(),
                ships.run(14, Optional.of(1), false).name(),
                ships.run(15, Optional.of(2), false).name());

        assertThatThrownBy(() -> evaluate(mix, folds.toArray(String[]::new)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("different folds")
                .hasMessageContaining("Leave out --mix");
    }

    @Test
    void severalRunsOfEachFoldAreMixedOutOfFold() {
        List<String> runs = new ArrayList<>();
        for (int model = 0; model < 2; model++) {
            for (int fold = 0; fold < 3; fold++) {
                runs.add(ships.run(40 + 3 * model + fold, Optional.of(fold), false)
                        .name());
            }
        }
        String[] all = runs.toArray(String[]::new);

        Evaluation fitted = evaluate("fit", all);

        assertThat(fitted.scores().n()).isEqualTo(ships.open().dataset().size());
        assertThat(fitted.mix())
                .startsWith("out of fold")
                .contains("2 runs a fold")
                .contains("cross-fitted");
        assertThat(fitted.crossFitFolds()).isEqualTo(5);
        assertThat(evaluate("vote", all).mix()).contains("majority vote");
        assertThat(evaluate("mean", all).scores().logLoss().value())
                .isLessThanOrEqualTo(evaluate("mean", all[0], all[1], all[2])
                                        .scores()
                                        .logLoss()
                                        .value()
                                / 2
                        + evaluate("mean", all[3], all[4], all[5])
                                        .scores()
                                        .logLoss()
                                        .value()
                                / 2);
        assertThatThrownBy(() -> evaluate("1,1,1,1,1,1", all))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("mean, vote or fit");
        assertThatThrownBy(() -> evaluate("fit", all[0], all[1], all[3])).isInstanceOf(ConfigException.class);
    }

    @Test
    void anEpochChosenOnTheImagesScoredIsSaidWhereverTheScoreIsShown() {
        KeepConfig best = new KeepConfig(0, true, 0, true);
        KeepConfig patient = new KeepConfig(0, false, 3, true);
        for (KeepConfig keep : List.of(best, patient)) {
            String run = ships.run(21, Optional.empty(), false, keep).name();

            assertThat(evaluate("mean", run).epochChosen()).isTrue();
            assertThat(evaluate("mean", "1", run).epochChosen()).isTrue();
            assertThat(EvaluateJson.of(evaluate("mean", run))
                            .get("epoch_chosen_on_same_images")
                            .asBoolean())
                    .isTrue();
            CompareRuns.Result compared =
                    new CompareRuns().run(new CompareRuns.Request(ships.root(), "1", run), Progress.NONE);
            assertThat(compared.epochChosen()).containsExactly(run);
            assertThat(CompareJson.of(compared)
                            .get("epoch_chosen_on_same_images")
                            .get(0)
                            .asString())
                    .isEqualTo(run);
        }
        assertThat(evaluate("mean", "1").epochChosen()).isFalse();
    }

    @Test
    void aFileOfAnotherToolStandsBesideARun(@TempDir Path other) throws IOException {
        evaluate("mean", "1");
        Path file = other.resolve("theirs.csv");
        Files.copy(first.probabilities(Part.VALID), file);

        Evaluation alone = evaluate("mean", "1");
        Evaluation mixed = evaluate("mean", "1", file.toString());

        assertThat(mixed.scores().weightedF1()).isEqualTo(alone.scores().weightedF1());
        assertThat(mixed.scores().logLoss()).isEqualTo(alone.scores().logLoss());
        assertThat(mixed.runs()).containsExactly(first.name(), "theirs.csv");
    }

    @Test
    void aFileThatLacksImagesIsRefusedWithTheFirst(@TempDir Path other) throws IOException {
        Path file = other.resolve("few.csv");
        Files.writeString(file, "image,predicted,1,2,3,4,5\nnowhere.jpg,1,1,0,0,0,0\n");

        assertThatThrownBy(() -> evaluate("mean", file.toString()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("few.csv lacks")
                .hasMessageContaining("valid part");
    }

    @Test
    void runsOfDifferentFoldsAreScoredOutOfFold() {
        List<String> folds = List.of(
                ships.run(3, Optional.of(0), false).name(),
                ships.run(4, Optional.of(1), false).name(),
                ships.run(5, Optional.of(2), false).name());

        Evaluation evaluation = evaluate("mean", folds.toArray(String[]::new));

        assertThat(evaluation.scores().n()).isEqualTo(ships.open().dataset().size());
        assertThat(evaluation.mix()).startsWith("out of fold").contains("3 of 3 folds");
    }

    @Test
    void runsThatDoNotShareTheirValidPartAreNotMixed() {
        String fold = ships.run(6, Optional.of(0), false).name();

        assertThatThrownBy(() -> evaluate("mean", "1", fold))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("do not share their valid part")
                .hasMessageContaining("folds none and 0");
    }

    @Test
    void aRunOnAllDataHasNoValidationScore() {
        String all = ships.run(7, Optional.empty(), true).name();

        assertThatThrownBy(() -> evaluate("mean", all))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--all-data");
    }

    @Test
    void theTestPartHasNoLabels() {
        EvaluateRun.Request request =
                new EvaluateRun.Request(ships.root(), List.of("1"), Part.TEST, 1, new Mix.Mean(), 5, false);

        assertThatThrownBy(() -> new EvaluateRun().run(request, Progress.NONE))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("no labels");
    }

    @Test
    void anUnknownRunNamesThoseThereAre() {
        assertThatThrownBy(() -> evaluate("mean", "999"))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining(first.name());
    }

    @Test
    void aRunComparedWithItselfDiffersByNothing() {
        CompareRuns.Result same = new CompareRuns().run(new CompareRuns.Request(ships.root(), "1", "1"), Progress.NONE);

        assertThat(same.paired().difference().low()).isZero();
        assertThat(same.paired().difference().high()).isZero();
        assertThat(same.verdict()).startsWith("No difference");
    }

    private Evaluation evaluate(String mix, String... runs) {
        return new EvaluateRun()
                .run(
                        new EvaluateRun.Request(
                                ships.root(), List.of(runs), Part.VALID, 1, Mix.parse(mix), 1000, false),
                        Progress.NONE)
                .evaluation();
    }

    private List<String> images() {
        return ships.open().splits().current().images(Part.VALID);
    }

    private double probability(RunFolder run, int index) {
        evaluate("mean", run.name());
        String image = images().get(index);
        Probabilities all = ProbabilitiesCsv.read(
                run.probabilities(Part.VALID), ships.open().classes());
        int label = ships.open().dataset().images().stream()
                .filter(one -> one.image().equals(image))
                .findFirst()
                .orElseThrow()
                .label();
        return all.select(List.of(image)).at(0, label);
    }
}
