package io.drydock.workbench;

import io.drydock.core.data.ImageFolder;
import io.drydock.core.device.Device;
import io.drydock.core.error.DataException;
import io.drydock.core.file.AtomicFile;
import io.drydock.core.file.Destination;
import io.drydock.core.file.Existing;
import io.drydock.core.predict.Probabilities;
import io.drydock.core.predict.ProbabilitiesCsv;
import io.drydock.core.split.Part;
import io.drydock.infer.predict.Prediction;
import io.drydock.train.device.Devices;
import io.drydock.workbench.evaluate.Contender;
import io.drydock.workbench.evaluate.PartLabels;
import io.drydock.workbench.predict.PictureFiles;
import io.drydock.workbench.predict.UnreadImage;
import io.drydock.workbench.run.RunCard;
import io.drydock.workbench.run.RunDocument;
import io.drydock.workbench.run.RunGraph;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.image.StoredImage;
import io.drydock.workspace.run.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code drydock predict}: a run's probabilities of a part, or of any picture files. On the CPU it never loads the training engine. Safe for use by many threads. */
public final class PredictImages {
    private final Device device;

    /** Computes on the usual device. */
    public PredictImages() {
        this(Device.AUTO);
    }

    /** @param device that the run computes on, where its probabilities are not there yet */
    public PredictImages(Device device) {
        this.device = device;
    }

    /**
     * What to predict.
     *
     * @param workspace folder of the workspace
     * @param run name, number or {@code latest}
     * @param paths files and folders of pictures; when empty, the part
     * @param tta views of each image, 1 for the plain image
     * @param output CSV file to write, if any
     * @param force whether an existing file may be replaced
     */
    public record Request(
            Path workspace, String run, List<Path> paths, Part part, int tta, Optional<Path> output, boolean force) {
        public Request {
            paths = List.copyOf(paths);
        }

        /** The plain test images into a new file. */
        public Request(Path workspace, String run, Path output) {
            this(workspace, run, List.of(), Part.TEST, 1, Optional.of(output), false);
        }
    }

    /**
     * What came out.
     *
     * @param run folder name
     * @param skipped images that could not be read, with reasons
     */
    public record Result(String run, Probabilities probabilities, List<UnreadImage> skipped, double seconds) {
        public Result {
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * Predicts, and writes the file where one is asked for.
     *
     * @throws DataException if there is nothing to predict, or nothing that can be read
     * @throws io.drydock.core.error.WorkspaceException if the run is unknown, or the file exists and force is not given
     * @throws io.drydock.core.error.ConfigException if the device cannot be used
     */
    public Result run(Request request, Progress progress) {
        Workspace workspace = Workspace.open(request.workspace());
        RunFolder run = workspace.runs().resolve(request.run());
        Device computing = Devices.resolve(device);
        Existing existing = request.force() ? Existing.REPLACE : Existing.REFUSE;
        request.output().ifPresent(file -> Destination.require(file, existing));
        long start = System.nanoTime();
        Prediction prediction = request.paths().isEmpty()
                ? part(workspace, run, computing, request, progress)
                : files(run, computing, request, progress);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (prediction.probabilities().size() == 0) {
            throw new DataException("None of the " + prediction.skipped().size() + " pictures could be read (first: "
                    + prediction.skipped().get(0).image() + ": "
                    + prediction.skipped().get(0).message() + ").");
        }
        request.output()
                .ifPresent(file -> AtomicFile.write(file, ProbabilitiesCsv.text(prediction.probabilities()), existing));
        return new Result(
                run.name(),
                prediction.probabilities(),
                prediction.skipped().stream().map(UnreadImage::of).toList(),
                seconds);
    }

    private static Prediction part(
            Workspace workspace, RunFolder run, Device device, Request request, Progress progress) {
        List<String> images = images(workspace, RunDocument.card(run), request.part());
        return Contender.of(workspace, run.name(), device)
                .predict(workspace, request.part(), images, request.tta(), progress);
    }

    private static List<String> images(Workspace workspace, RunCard card, Part part) {
        if (part == Part.POOL) {
            List<String> unlabeled =
                    workspace.unlabeledImages().stream().map(StoredImage::path).toList();
            if (unlabeled.isEmpty()) {
                throw new DataException("The workspace has no image without a label. Put pictures into the image folder"
                        + " and run drydock init again, or name pictures to predict.");
            }
            return unlabeled;
        }
        if (part != Part.TEST) {
            return PartLabels.of(workspace, workspace.dataset(), card, part).images();
        }
        List<String> images =
                workspace.testImages().stream().map(StoredImage::path).toList();
        if (images.isEmpty()) {
            throw new DataException("The workspace has no test images. Name pictures to predict, or run drydock init"
                    + " again with --test.");
        }
        return images;
    }

    private static Prediction files(RunFolder run, Device device, Request request, Progress progress) {
        List<Path> files = PictureFiles.under(request.paths());
        List<String> names =
                files.stream().map(file -> file.toString().replace('\\', '/')).toList();
        try (RunGraph graph = RunGraph.open(run, device)) {
            return graph.predict(names, new ImageFolder(Path.of("")), request.tta(), progress);
        }
    }
}
