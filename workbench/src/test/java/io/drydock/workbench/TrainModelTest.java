package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.ConfigException;
import io.drydock.core.error.DataException;
import io.drydock.core.run.RunEvent;
import io.drydock.core.run.RunListener;
import io.drydock.sample.ShipSet;
import io.drydock.workbench.config.PlanBuilder;
import io.drydock.workbench.config.TrainPlan;
import io.drydock.workbench.evaluate.Evaluation;
import io.drydock.workbench.train.DryRun;
import io.drydock.workbench.train.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainModelTest {
    private static final String ON_CPU = "\"device\" : \"cpu\",";
    /** A device that this machine does not have: Metal is only on Apple's, and only others can have CUDA. */
    private static final String ABSENT = System.getProperty("os.name").startsWith("Mac") ? "cuda" : "mps";

    private ShipWorkspace ships;
    private TrainModel.Result trained;

    @BeforeAll
    void train(@TempDir Path folder) {
        ships = ShipWorkspace.in(folder, ShipSet.of(60, 5).withTest(10).withBroken(2));
        trained = run(plan());
    }

    /** A small article: head on cached views, then the body, at 64x96. */
    private PlanBuilder small() {
        return new PlanBuilder()
                .set("recipe", "article")
                .set("epochs", "1+1")
                .set("input.sizes", "64x96")
                .set("batch.size", "16");
    }

    private TrainPlan plan() {
        return small().build(ships.root());
    }

    private TrainModel.Result run(TrainPlan plan) {
        return new TrainModel().run(new TrainModel.Request(ships.root(), plan, new StopSignal()), RunListener.silent());
    }

    @Test
    void aRunLeavesAllItsFiles() {
        assertThat(trained.run().status()).isEqualTo("done");
        assertThat(trained.run().valid()).isPresent();
        for (String file : List.of(
                "run.json",
                "metrics.jsonl",
                "model.safetensors",
                "model.onnx",
                "probabilities-valid.csv",
                "curves.svg",
                "report/curves.html")) {
            assertThat(trained.folder().resolve(file)).exists();
        }
    }

    @Test
    void itsScoreIsThatOfTheExportedGraph() {
        Evaluation evaluation = new EvaluateRun()
                .run(new EvaluateRun.Request(ships.root(), trained.run().run()), Progress.NONE)
                .evaluation();

        assertThat(trained.run().valid().orElseThrow().weightedF1())
                .isEqualTo(evaluation.scores().weightedF1());
    }

    @Test
    void itsRunJsonRepeatsItToTheByte() throws IOException {
        TrainPlan repeated =
                new PlanBuilder().file(trained.folder().resolve("run.json")).build(ships.root());

        TrainModel.Result again = run(repeated);

        assertThat(Files.readAllBytes(again.folder().resolve("model.safetensors")))
                .isEqualTo(Files.readAllBytes(trained.folder().resolve("model.safetensors")));
    }

    @Test
    void aStoppedRunResumesToTheSameWeights() throws IOException {
        StopSignal stop = new StopSignal();
        RunListener stopping = event -> {
            if (event instanceof RunEvent.Step step && step.step() == step.steps() - 1) {
                stop.request();
            }
        };
        TrainModel.Result stopped = new TrainModel().run(new TrainModel.Request(ships.root(), plan(), stop), stopping);
        assertThat(stopped.run().status()).isEqualTo("interrupted");
        Path document = stopped.folder().resolve("run.json");
        String text = Files.readString(document);
        assertThat(text).contains(ON_CPU);
        Files.writeString(document, text.replace(ON_CPU, ON_CPU.replace("cpu", ABSENT)));
        assertThatThrownBy(() -> new ResumeRun()
                        .run(new ResumeRun.Request(ships.root(), stopped.run().run()), RunListener.silent()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("was begun with --device " + ABSENT)
                .hasMessageContaining("drydock train --config");
        // Runs of the versions that knew no devices were on the CPU.
        Files.writeString(document, text.replace(ON_CPU, ""));

        TrainModel.Result resumed = new ResumeRun()
                .run(new ResumeRun.Request(ships.root(), stopped.run().run()), RunListener.silent());

        assertThat(resumed.run().status()).isEqualTo("done");
        assertThat(Files.readAllBytes(resumed.folder().resolve("model.safetensors")))
                .isEqualTo(Files.readAllBytes(trained.folder().resolve("model.safetensors")));
    }

    @Test
    void aFinishedRunIsNotResumed() {
        assertThatThrownBy(() -> new ResumeRun()
                        .run(new ResumeRun.Request(ships.root(), trained.run().run()), RunListener.silent()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--from");
    }

    @Test
    void aRunStartsFromAnothersBodyAndHead() {
        String from = trained.run().run();

        TrainModel.Result next =
                run(small().set("data.from", from).set("epochs", "1+0").build(ships.root()));

        assertThat(next.run().from()).contains(from);
        assertThat(next.run().status()).isEqualTo("done");
    }

    @Test
    void anotherModelDoesNotStartFromARun() {
        TrainPlan plan = small().set("data.from", trained.run().run())
                .set("model", "resnet18")
                .build(ships.root());

        assertThatThrownBy(() -> run(plan)).isInstanceOf(ConfigException.class).hasMessageContaining("resnet18");
    }

    @Test
    void allDataLeavesNoValidationScore() {
        TrainModel.Result all =
                run(small().set("epochs", "1+0").set("data.all_data", "true").build(ships.root()));

        assertThat(all.run().status()).isEqualTo("done");
        assertThat(all.run().valid()).isEmpty();
    }

    @Test
    void everyFoldIsHeldOutOnce() {
        TrainModel.Request request = new TrainModel.Request(
                ships.root(), small().set("epochs", "1+0").build(ships.root()), new StopSignal());

        List<TrainModel.Result> folds = new TrainModel().runFolds(request, RunListener.silent());

        assertThat(folds).extracting(result -> result.run().fold().orElse(-1)).containsExactly(0, 1, 2);
    }

    @Test
    void aFoldThatIsNotThereIsRefusedBeforeARunBegins() {
        int before = new ListRuns().run(ships.root()).size();

        assertThatThrownBy(() -> run(small().set("data.fold", "7").build(ships.root())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("folds 0..2");
        assertThat(new ListRuns().run(ships.root())).hasSize(before);
    }

    @Test
    void aDryRunEstimatesAndBeginsNothing() {
        int before = new ListRuns().run(ships.root()).size();

        DryRun dry = new TrainModel().dryRun(new TrainModel.Request(ships.root(), plan(), new StopSignal()));

        assertThat(dry.yaml()).contains("recipe:").contains("64x96");
        assertThat(dry.memoryBytes()).isPositive();
        assertThat(dry.time().seconds()).isPositive();
        assertThat(dry.time().how()).startsWith("one timed training batch").contains("at 64x96");
        assertThat(new ListRuns().run(ships.root())).hasSize(before);
    }

    @Test
    void oneClassAloneIsRefused(@TempDir Path folder) throws IOException {
        ShipWorkspace one = ShipWorkspace.in(folder);
        Path csv = folder.resolve("one.csv");
        List<String> rows = new ArrayList<>(List.of("image,category"));
        Files.readAllLines(one.ships().resolve("train.csv")).stream()
                .filter(row -> row.endsWith(",1"))
                .forEach(rows::add);
        Files.write(csv, rows);
        Path root = folder.resolve("alone");
        new InitWorkspace()
                .run(
                        InitWorkspace.Request.of(root, one.ships().resolve("images"))
                                .withLabels(csv),
                        Progress.NONE);
        new SplitData().run(SplitData.Request.of(root, 42).withValidShare(0.3));

        assertThatThrownBy(() -> new TrainModel()
                        .run(new TrainModel.Request(root, small().build(root), new StopSignal()), RunListener.silent()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("one class");
    }
}
