package io.drydock.workspace.run;

import io.drydock.core.error.WorkspaceException;
import io.drydock.core.file.AtomicFile;
import io.drydock.core.file.Existing;
import io.drydock.core.split.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of one run.
 *
 * @param id number, from 1, never given twice in a workspace
 * @param name folder name, such as {@code 0007-resnet50}
 * @param path absolute folder
 */
public record RunFolder(int id, String name, Path path) {

    /** Configuration and provenance. */
    public Path runJson() {
        return path.resolve("run.json");
    }

    /** Events, one JSON document a line. */
    public Path metrics() {
        return path.resolve("metrics.jsonl");
    }

    /** Weights, unfolded, under timm's names. */
    public Path safetensors() {
        return path.resolve("model.safetensors");
    }

    /** The folded graph that predictions are made with. */
    public Path onnx() {
        return path.resolve("model.onnx");
    }

    /** Folder of the latest and the best checkpoint. */
    public Path checkpoint() {
        return path.resolve("checkpoint");
    }

    /** Folder of the HTML report. */
    public Path report() {
        return path.resolve("report");
    }

    /** Probabilities of one part, as CSV. */
    public Path probabilities(Part part) {
        return path.resolve("probabilities-" + part.key() + ".csv");
    }

    /** Any other file of the run, such as {@code curves.svg}. */
    public Path file(String fileName) {
        return path.resolve(fileName);
    }

    /** Whether it can predict. */
    public boolean hasModel() {
        return Files.isRegularFile(onnx());
    }

    /** Whether it holds weights, a graph or a checkpoint, which must not be thrown away. */
    public boolean hasWeights() {
        return hasModel() || Files.exists(safetensors()) || Files.exists(checkpoint());
    }

    /** What to do about a run.json that is missing or damaged. */
    public String restoring() {
        return hasWeights()
                ? "Put it back from a copy. The weights of the run are still in " + path + "."
                : "Put it back from a copy, or train the run again.";
    }

    /** Writes run.json in one step, replacing an earlier one of this run. */
    public void writeRunJson(String json) {
        AtomicFile.write(runJson(), json, Existing.REPLACE);
    }

    /**
     * The text of run.json.
     *
     * @throws WorkspaceException if there is none, or it cannot be read
     */
    public String readRunJson() {
        if (!Files.isRegularFile(runJson())) {
            throw new WorkspaceException(
                    hasWeights()
                            ? runJson() + " is missing. " + restoring()
                            : "Run " + name + " has no run.json: it stopped before it had begun."
                                    + " Remove it by drydock runs rm " + id + ".");
        }
        try {
            return Files.readString(runJson());
        } catch (IOException e) {
            throw new WorkspaceException("Could not read " + runJson() + ": " + e + ". " + restoring(), e);
        }
    }

    /** Opens metrics.jsonl for appending. */
    public MetricsLog openMetrics() {
        return MetricsLog.append(metrics());
    }
}
