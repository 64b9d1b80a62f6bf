package io.drydock.workbench;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.ImageSize;
import io.drydock.core.data.ImportOptions;
import io.drydock.core.data.Normalization;
import io.drydock.core.provenance.Provenance;
import io.drydock.core.random.RandomStream;
import io.drydock.image.resize.ResizeMode;
import io.drydock.network.Model;
import io.drydock.network.graph.Network;
import io.drydock.network.onnx.OnnxWriter;
import io.drydock.network.rewrite.FoldBatchNorm;
import io.drydock.network.rewrite.InitialWeights;
import io.drydock.network.rewrite.Unfold;
import io.drydock.network.weights.Safetensors;
import io.drydock.sample.ShipSet;
import io.drydock.train.config.KeepConfig;
import io.drydock.train.config.Recipe;
import io.drydock.workbench.config.DataChoice;
import io.drydock.workbench.config.PlanMapper;
import io.drydock.workbench.config.TrainPlan;
import io.drydock.workbench.run.RunCard;
import io.drydock.workbench.run.RunDocument;
import io.drydock.workbench.run.RunNetwork;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.run.RunDetails;
import io.drydock.workspace.run.RunFolder;
import io.drydock.workspace.run.RunStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A workspace over drawn ships, and runs in it that have random weights in place of trained ones. */
record ShipWorkspace(Path root, Path ships) {
    private static final ImageSize SIZE = new ImageSize(64, 96);

    /** 60 labelled ships with 20 to predict, split with three folds. */
    static ShipWorkspace in(Path folder) {
        return in(folder, ShipSet.of(60, 5).withTest(20));
    }

    static ShipWorkspace in(Path folder, ShipSet drawn) {
        Path ships = folder.resolve("ships");
        Path root = folder.resolve("ws");
        drawn.write(ships);
        new InitWorkspace()
                .run(
                        InitWorkspace.Request.of(root, ships.resolve("images"))
                                .withLabels(ships.resolve("train.csv"))
                                .withTest(ships.resolve("test.csv"))
                                .withSample(ships.resolve("sample_submission.csv"))
                                .withOptions(ImportOptions.automatic()
                                        .withClasses(
                                                ClassList.parse("1=Cargo,2=Military,3=Carrier,4=Cruise,5=Tankers"))),
                        Progress.NONE);
        new SplitData().run(SplitData.Request.of(root, 42).withValidShare(0.3).withFolds(3));
        return new ShipWorkspace(root, ships);
    }

    Workspace open() {
        return Workspace.open(root);
    }

    /** A finished run of resnet18 with weights drawn from a seed, scored on the split's valid part. */
    RunFolder run(long seed) {
        return run(seed, Optional.empty(), false);
    }

    RunFolder run(long seed, Optional<Integer> fold, boolean allData) {
        return run(seed, fold, allData, KeepConfig.LAST);
    }

    /** A run whose configuration chooses the epoch as {@code keep} says. */
    RunFolder run(long seed, Optional<Integer> fold, boolean allData, KeepConfig keep) {
        Workspace workspace = open();
        RunFolder run = workspace
                .runs()
                .create(
                        "resnet18",
                        RunDetails.planned("resnet18", "article", SIZE, 1, 1, 1).withFold(fold));
        RunCard card = new RunCard(
                run.name(),
                "resnet18",
                RunNetwork.CONCAT_POOL,
                workspace.classes(),
                SIZE,
                ResizeMode.SQUISH,
                Normalization.IMAGENET,
                1,
                fold,
                allData,
                Optional.empty(),
                1,
                "0".repeat(64),
                "0".repeat(64));
        Network network = RunNetwork.of(card);
        Model model = new Model(network, InitialWeights.of(network.nodes(), RandomStream.of(seed, "initialization")));
        Safetensors.write(run.safetensors(), Unfold.withBatchCounts(network, model.weights()), Map.of());
        OnnxWriter.write(FoldBatchNorm.apply(model), ExportRun.graphOptions(card), run.onnx());
        TrainPlan plan = new TrainPlan(
                Recipe.ARTICLE.config().withKeep(keep), new DataChoice(1, fold, allData, Optional.empty()));
        run.writeRunJson(RunDocument.text(
                card,
                PlanMapper.tree(plan),
                Provenance.here("test", Map.of(), card.dataSha256(), 1, 1, 42, Instant.EPOCH)));
        workspace.runs().finish(run, RunStatus.DONE, "");
        return run;
    }
}
