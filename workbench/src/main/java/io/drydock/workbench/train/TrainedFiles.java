package io.drydock.workbench.train;

import io.drydock.core.file.AtomicFile;
import io.drydock.core.file.Existing;
import io.drydock.core.run.RunEvent.EpochEnded;
import io.drydock.core.split.Part;
import io.drydock.infer.predict.Prediction;
import io.drydock.network.Model;
import io.drydock.network.graph.Network;
import io.drydock.network.onnx.OnnxWriter;
import io.drydock.network.rewrite.FoldBatchNorm;
import io.drydock.network.timm.ModelFile;
import io.drydock.network.zoo.ModelZoo;
import io.drydock.train.config.BatchNormMode;
import io.drydock.train.config.TrainConfig;
import io.drydock.train.loop.StartingModel;
import io.drydock.workbench.ExportRun;
import io.drydock.workbench.Progress;
import io.drydock.workbench.report.CurvesPage;
import io.drydock.workbench.run.ChosenEpoch;
import io.drydock.workbench.run.RunCard;
import io.drydock.workbench.run.RunGraph;
import io.drydock.workbench.run.StoredProbabilities;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.run.RunFolder;
import java.util.List;
import java.util.Map;

/** What a finished training leaves in its run's folder: weights, graph, probabilities, curves. Safe for use by many threads. */
final class TrainedFiles {
    private TrainedFiles() {}

    /** Writes model.safetensors (unfolded, timm's names) and, last, model.onnx (folded). */
    static void model(RunFolder run, RunCard card, TrainConfig config, Model trained) {
        Network unfolded = StartingModel.network(
                config.head(), ModelZoo.create(card.model()), card.classes().size());
        ModelFile.write(run.safetensors(), unfolded, trained, Map.of("architecture", card.model()));
        Model graph = config.body().batchNorm() == BatchNormMode.FOLDED ? trained : FoldBatchNorm.apply(trained);
        OnnxWriter.write(graph, ExportRun.graphOptions(card), run.onnx());
    }

    /** Predicts the validation part by the exported graph and keeps its probabilities. */
    static Prediction validation(Workspace workspace, RunFolder run, List<String> images, Progress progress) {
        try (RunGraph graph = RunGraph.open(run)) {
            Prediction prediction = graph.predict(workspace, images, 1, progress);
            StoredProbabilities.write(run.probabilities(Part.VALID), prediction.probabilities(), workspace);
            return prediction;
        }
    }

    /** Writes the learning curves, as a picture and as a page. */
    static void curves(RunFolder run, List<EpochEnded> history, int keptEpoch) {
        AtomicFile.write(run.file("curves.svg"), CurvesPage.losses(history).svg(), Existing.REPLACE);
        CurvesPage.of(run.name(), history, keptEpoch, ChosenEpoch.of(run))
                .write(run.report().resolve("curves.html"));
    }
}
