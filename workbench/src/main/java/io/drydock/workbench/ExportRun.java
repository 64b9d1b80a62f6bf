package io.drydock.workbench;

import io.drydock.core.error.ConfigException;
import io.drydock.core.error.WorkspaceException;
import io.drydock.core.file.AtomicFile;
import io.drydock.core.file.Destination;
import io.drydock.core.file.Existing;
import io.drydock.network.Model;
import io.drydock.network.onnx.OnnxOptions;
import io.drydock.network.onnx.OnnxWriter;
import io.drydock.network.rewrite.FoldBatchNorm;
import io.drydock.network.timm.ModelFile;
import io.drydock.network.timm.TimmConfig;
import io.drydock.network.weights.Precision;
import io.drydock.network.zoo.ModelZoo;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.run.Preprocessing;
import io.drydock.workbench.run.RunCard;
import io.drydock.workbench.run.RunDocument;
import io.drydock.workbench.run.RunNetwork;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.run.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code drydock export}: a run as ONNX or safetensors beside a timm-style config.json, for other programs to load.
 * Safe for use by many threads.
 */
public final class ExportRun {
    /** What to write. */
    public enum Format {
        /** The folded graph, with probabilities as an output. */
        ONNX,
        /** Unfolded tensors under timm's names. */
        SAFETENSORS;

        /** Lower-case name as options write it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What to export.
     *
     * @param workspace folder of the workspace
     * @param run name, number or {@code latest}
     * @param half whether tensors are stored as 16-bit floats (safetensors only)
     * @param output folder to write into
     * @param force whether existing files may be replaced
     */
    public record Request(Path workspace, String run, Format format, boolean half, Path output, boolean force) {}

    /**
     * What was written.
     *
     * @param files the model file and config.json
     */
    public record Result(String run, Format format, List<Path> files) {
        public Result {
            files = List.copyOf(files);
        }
    }

    /**
     * Exports.
     *
     * @throws WorkspaceException if the run is unknown or unfinished, or a file exists and force is not given
     */
    public Result run(Request request) {
        Workspace workspace = Workspace.open(request.workspace());
        RunFolder run = workspace.runs().resolve(request.run());
        RunCard card = RunDocument.card(run);
        if (request.half() && request.format() == Format.ONNX) {
            throw new ConfigException(
                    "Half precision is for --format safetensors; the ONNX graph computes in 32 bits.");
        }
        Path file = request.output().resolve("model." + request.format().key());
        Path config = request.output().resolve("config.json");
        for (Path target : List.of(file, config)) {
            Destination.require(target, request.force() ? Existing.REPLACE : Existing.REFUSE);
        }
        Model model = RunNetwork.read(run, card);
        if (request.format() == Format.ONNX) {
            OnnxWriter.write(FoldBatchNorm.apply(model), graphOptions(card).withProbabilities(), file);
        } else {
            ModelFile.write(
                    file,
                    model.network(),
                    model,
                    Map.of("architecture", card.model(), "run", card.run()),
                    request.half() ? Precision.F16 : Precision.F32);
        }
        AtomicFile.write(config, JsonText.pretty(config(card)) + "\n", Existing.REPLACE);
        return new Result(run.name(), request.format(), List.of(file, config));
    }

    /** Logits, features and feature map, described by classes, size, normalization and the other steps of preprocessing. */
    public static OnnxOptions graphOptions(RunCard card) {
        OnnxOptions options = OnnxOptions.LOGITS
                .withFeatures()
                .withFeatureMap()
                .describing(card.classes(), card.size(), card.normalization())
                .withMetadata("model", card.model())
                .withMetadata("run", card.run());
        for (Map.Entry<String, String> text : Preprocessing.of(card).entrySet()) {
            options = options.withMetadata(text.getKey(), text.getValue());
        }
        return RunNetwork.of(card).padsByInputSize() ? options.withFixedSize(card.size()) : options;
    }

    /**
     * As timm's own config.json on the hub. timm's interpolation "box" is the area mean by which pictures shrink here.
     * What timm has no words for is under {@code drydock}, which it ignores.
     */
    private static ObjectNode config(RunCard card) {
        ObjectNode config =
                TimmConfig.tree(ModelZoo.info(card.model()), card.classes(), card.size(), card.normalization());
        config.withObject("pretrained_cfg")
                .put("crop_mode", Preprocessing.timmCropMode(card))
                .put("interpolation", "box");
        ObjectNode own = config.putObject("drydock").put("run", card.run()).put("head", card.head());
        own.put("size", card.size().toString());
        Preprocessing.of(card).forEach(own::put);
        return config;
    }
}
