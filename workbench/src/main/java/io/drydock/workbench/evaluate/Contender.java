package io.drydock.workbench.evaluate;

import io.drydock.core.data.FileProblem;
import io.drydock.core.device.Device;
import io.drydock.core.error.DataException;
import io.drydock.core.predict.Probabilities;
import io.drydock.core.predict.ProbabilitiesCsv;
import io.drydock.core.split.Part;
import io.drydock.infer.predict.Prediction;
import io.drydock.train.device.Devices;
import io.drydock.workbench.Progress;
import io.drydock.workbench.run.RunCard;
import io.drydock.workbench.run.RunDocument;
import io.drydock.workbench.run.RunGraph;
import io.drydock.workbench.run.StoredProbabilities;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where probabilities come from: a run of the workspace, or a CSV file that any tool may have written. */
public sealed interface Contender {
    /** Folder name of a run, or the file's name. */
    String name();

    /** The run, where it is one. */
    Optional<RunCard> card();

    /** The run's folder, where it is one. */
    Optional<RunFolder> folder();

    /**
     * Probabilities of images of a part; images that changed or cannot be read are skipped and listed.
     *
     * @throws DataException if a file lacks some of the images
     */
    Prediction predict(Workspace workspace, Part part, List<String> images, int tta, Progress progress);

    /**
     * Checks what can be checked without computing: that a file of probabilities has the classes and these images.
     *
     * @throws DataException if it has not
     */
    default void check(Workspace workspace, Part part, List<String> images) {}

    /** A run that computes on the usual device, or a file; see {@link #of(Workspace, String, Device)}. */
    static Contender of(Workspace workspace, String text) {
        return of(workspace, text, Devices.resolve(Device.AUTO));
    }

    /**
     * A run by name, number or {@code latest}; a text that ends in .csv or names a file is a file.
     *
     * @param device that a run computes on, as {@link Devices#resolve} gives it
     */
    static Contender of(Workspace workspace, String text, Device device) {
        Path file = Path.of(text);
        if (text.endsWith(".csv") || Files.isRegularFile(file)) {
            return new File(file);
        }
        RunFolder run = workspace.runs().resolve(text);
        return new Run(run, RunDocument.card(run), device);
    }

    /**
     * A run of the workspace. What it predicts on the CPU, by its exported graph, is kept in its folder. A class that was added
     * after the run has probability 0.
     */
    record Run(RunFolder run, RunCard runCard, Device device) implements Contender {
        @Override
        public String name() {
            return run.name();
        }

        @Override
        public Optional<RunCard> card() {
            return Optional.of(runCard);
        }

        @Override
        public Optional<RunFolder> folder() {
            return Optional.of(run);
        }

        @Override
        public Prediction predict(Workspace workspace, Part part, List<String> images, int tta, Progress progress) {
            Path kept = run.probabilities(part);
            Map<String, FileProblem> changed = workspace.changedImages().all();
            List<String> current =
                    images.stream().filter(image -> !changed.containsKey(image)).toList();
            Optional<Probabilities> known = tta == 1
                    ? StoredProbabilities.read(kept, runCard.classes(), workspace)
                            .filter(all -> new HashSet<>(all.images()).containsAll(current))
                    : Optional.empty();
            List<String> codes = workspace.classes().codes();
            if (known.isPresent()) {
                return new Prediction(known.get().select(current).widened(codes), skipped(images, changed, List.of()));
            }
            try (RunGraph graph = RunGraph.open(run, device)) {
                Prediction prediction = graph.predict(workspace, current, tta, progress);
                if (device == Device.CPU
                        && tta == 1
                        && prediction.skipped().isEmpty()
                        && current.size() == images.size()) {
                    StoredProbabilities.write(kept, prediction.probabilities(), workspace);
                }
                return new Prediction(
                        prediction.probabilities().widened(codes), skipped(images, changed, prediction.skipped()));
            }
        }
    }

    private static List<Prediction.Skipped> skipped(
            List<String> images, Map<String, FileProblem> changed, List<Prediction.Skipped> unread) {
        List<Prediction.Skipped> skipped = new ArrayList<>(unread);
        for (String image : images) {
            Optional.ofNullable(changed.get(image))
                    .ifPresent(problem -> skipped.add(new Prediction.Skipped(image, problem.message())));
        }
        return skipped;
    }

    /** A file of probabilities, ours or another tool's. */
    record File(Path path) implements Contender {
        @Override
        public String name() {
            return String.valueOf(path.getFileName());
        }

        @Override
        public Optional<RunCard> card() {
            return Optional.empty();
        }

        @Override
        public Optional<RunFolder> folder() {
            return Optional.empty();
        }

        @Override
        public void check(Workspace workspace, Part part, List<String> images) {
            predict(workspace, part, images, 1, Progress.NONE);
        }

        @Override
        public Prediction predict(Workspace workspace, Part part, List<String> images, int tta, Progress progress) {
            Probabilities all = ProbabilitiesCsv.read(path, workspace.classes());
            Set<String> known = new HashSet<>(all.images());
            List<String> missing =
                    images.stream().filter(image -> !known.contains(image)).toList();
            if (!missing.isEmpty()) {
                throw new DataException(path + " lacks " + missing.size() + " of the " + images.size()
                        + " images of the " + part.key() + " part (first: " + missing.get(0)
                        + "). Predict all of them, or choose another --part.");
            }
            Map<String, FileProblem> changed = workspace.changedImages().all();
            List<String> current =
                    images.stream().filter(image -> !changed.containsKey(image)).toList();
            return new Prediction(all.select(current), skipped(images, changed, List.of()));
        }
    }
}
