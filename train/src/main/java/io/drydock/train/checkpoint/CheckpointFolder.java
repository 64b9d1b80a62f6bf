package io.drydock.train.checkpoint;

import io.drydock.core.error.TrainingException;
import io.drydock.core.error.WeightsException;
import io.drydock.core.error.WorkspaceException;
import io.drydock.core.file.Draft;
import io.drydock.core.file.Existing;
import io.drydock.core.file.Trees;
import io.drydock.network.weights.Precision;
import io.drydock.network.weights.Safetensors;
import io.drydock.network.weights.WeightSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checkpoints of one run, each a folder named by its steps. A checkpoint is written as a draft, so that it is complete or
 * absent; only then does its predecessor go. For one thread at a time.
 */
public final class CheckpointFolder {
    private static final String STATE = "state.txt";

    private final Path folder;

    public CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes a checkpoint and removes older ones.
     *
     * @return its folder
     * @throws TrainingException if the disk refuses
     */
    public Path write(Checkpoint checkpoint) {
        String name = String.format("step-%09d", checkpoint.progress().steps());
        Path complete = folder.resolve(name);
        try (Draft draft = Draft.of(complete)) {
            Draft.removeAbandoned(folder);
            Path partial = Files.createDirectory(draft.path());
            tensors(partial, "weights", checkpoint.weights());
            tensors(partial, "first-moments", checkpoint.firstMoments());
            tensors(partial, "second-moments", checkpoint.secondMoments());
            checkpoint.average().ifPresent(average -> tensors(partial, "average", average));
            checkpoint.best().ifPresent(best -> tensors(partial, "best", best));
            Files.write(partial.resolve(STATE), StateText.write(checkpoint), StandardCharsets.UTF_8);
            Trees.delete(complete);
            draft.publish(Existing.REPLACE);
            for (Path older : folders()) {
                if (!older.equals(complete)) {
                    Trees.delete(older);
                }
            }
        } catch (IOException | UncheckedIOException | WorkspaceException e) {
            throw new TrainingException(
                    "The checkpoint " + complete + " cannot be written: " + e.getMessage()
                            + ". Free some space; drydock resume goes on from the last complete one.",
                    e);
        }
        return complete;
    }

    private static void tensors(Path partial, String name, WeightSet tensors) {
        Safetensors.writeChecked(partial.resolve(name + ".safetensors"), tensors, Map.of(), Precision.F32);
    }

    /**
     * The newest complete checkpoint.
     *
     * @throws TrainingException if it cannot be read, is damaged, or has lost its state file
     * @throws WeightsException if one of its weight files is lost or damaged
     */
    public Optional<Checkpoint> latest() {
        try {
            Comparator<Path> bySteps =
                    Comparator.comparing(path -> path.getFileName().toString());
            List<Path> all = folders();
            Optional<Path> newest = all.stream()
                    .filter(path -> Files.isRegularFile(path.resolve(STATE)))
                    .max(bySteps);
            if (newest.isEmpty() && !all.isEmpty()) {
                throw new TrainingException("The checkpoint " + Collections.max(all, bySteps) + " has no " + STATE
                        + ", which says how far the training was. It cannot be resumed without: put the file back from a"
                        + " copy, or train anew.");
            }
            return newest.map(CheckpointFolder::read);
        } catch (IOException | UncheckedIOException e) {
            throw new TrainingException("The checkpoints in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Checkpoint read(Path complete) {
        try {
            List<String> lines = Files.readAllLines(complete.resolve(STATE), StandardCharsets.UTF_8);
            return StateText.read(
                    complete.resolve(STATE),
                    lines,
                    Safetensors.read(complete.resolve("weights.safetensors")),
                    Safetensors.read(complete.resolve("first-moments.safetensors")),
                    Safetensors.read(complete.resolve("second-moments.safetensors")),
                    optional(complete.resolve("average.safetensors")),
                    optional(complete.resolve("best.safetensors")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<WeightSet> optional(Path file) {
        return Files.exists(file) ? Optional.of(Safetensors.read(file)) : Optional.empty();
    }

    /** Removes every checkpoint, when the run no longer needs one. */
    public void clear() {
        try {
            for (Path one : folders()) {
                Trees.delete(one);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new TrainingException("The checkpoints in " + folder + " cannot be removed: " + e.getMessage(), e);
        }
    }

    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.getFileName().toString().startsWith("step-"))
                    .toList();
        }
    }
}
