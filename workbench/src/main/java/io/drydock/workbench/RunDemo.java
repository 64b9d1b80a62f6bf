package io.drydock.workbench;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.ImportOptions;
import io.drydock.core.error.WorkspaceException;
import io.drydock.core.file.Trees;
import io.drydock.core.run.RunListener;
import io.drydock.sample.ShipSet;
import io.drydock.train.config.Recipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * {@code drydock demo}: draws a ship set with planted faults and walks the whole way over it, from import to a submission
 * file, offline. For one thread at a time.
 */
public final class RunDemo {
    private static final String MARK = "drawn-by-drydock-demo.txt";
    private static final long SEED = 42;

    /**
     * Where and how much.
     *
     * @param folder made; may exist only when a demo made it and {@code force} is given
     * @param images labelled pictures to draw, at least 100
     */
    public record Request(Path folder, int images, boolean force) {}

    /**
     * What to look at.
     *
     * @param pictures folder of the drawn set
     * @param inspection page about the set
     */
    public record Result(
            Path workspace,
            Path pictures,
            InitWorkspace.Result init,
            Optional<Path> inspection,
            SplitData.Result split,
            TrainModel.Result trained,
            EvaluateRun.Result evaluated,
            Path predictions,
            Path submission) {}

    /**
     * Draws, imports, inspects, splits, trains, evaluates, predicts and submits.
     *
     * @param titles hears what begins, such as {@code train}
     * @throws WorkspaceException if the folder holds anything that no demo made
     */
    public Result run(Request request, Consumer<String> titles, Progress progress, RunListener events) {
        Path folder = real(request.folder().toAbsolutePath().normalize());
        prepare(folder, request.force());
        Path pictures = folder.resolve("ships");
        titles.accept("draw " + request.images() + " labelled pictures of ships, some with planted faults");
        draw(pictures, request.images());
        Path workspace = folder.resolve("work");
        titles.accept("init");
        InitWorkspace.Result init = new InitWorkspace().run(importing(workspace, pictures), progress);
        titles.accept("inspect");
        Optional<Path> inspection = new InspectData()
                .run(new InspectData.Request(workspace), progress)
                .report();
        titles.accept("split");
        SplitData.Result split = new SplitData().run(SplitData.Request.of(workspace, SEED));
        titles.accept("train: recipe article, the bundled backbone");
        TrainModel.Result trained = new TrainModel().run(new TrainModel.Request(workspace, Recipe.ARTICLE), events);
        titles.accept("evaluate");
        EvaluateRun.Result evaluated = new EvaluateRun().run(new EvaluateRun.Request(workspace, "latest"), progress);
        titles.accept("predict and submit");
        Path predictions = folder.resolve("predictions.csv");
        new PredictImages().run(new PredictImages.Request(workspace, "latest", predictions), progress);
        Path submission = folder.resolve("submission.csv");
        new WriteSubmission().run(new WriteSubmission.Request(workspace, submission, "latest"), progress);
        return new Result(workspace, pictures, init, inspection, split, trained, evaluated, predictions, submission);
    }

    private static void draw(Path pictures, int images) {
        int few = Math.max(2, images / 60);
        ShipSet.of(images, SEED)
                .withMislabeled(few * 2)
                .withGray(few)
                .withBroken(2)
                .withExactCopies(few)
                .withConflicts(1)
                .withReencoded(few)
                .withFlipped(few)
                .write(pictures);
    }

    private static InitWorkspace.Request importing(Path workspace, Path pictures) {
        return new InitWorkspace.Request(
                workspace,
                List.of(pictures.resolve("images")),
                Optional.empty(),
                Optional.of(pictures.resolve("train.csv")),
                Optional.of(pictures.resolve("test.csv")),
                Optional.of(pictures.resolve("sample_submission.csv")),
                ImportOptions.automatic()
                        .withClasses(ClassList.parse("1=Cargo,2=Military,3=Carrier,4=Cruise,5=Tankers")),
                true,
                Runtime.getRuntime().availableProcessors(),
                "demo");
    }

    private static void prepare(Path folder, boolean force) {
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new WorkspaceException(folder + " is not a folder. Name another one.");
            }
            if (Files.exists(folder) && !isEmpty(folder)) {
                if (!Files.exists(folder.resolve(MARK))) {
                    throw new WorkspaceException(folder + " holds files that no demo made. Name another folder.");
                }
                if (!force) {
                    throw new WorkspaceException(
                            folder + " holds an earlier demo. Name another folder, or replace it by --force.");
                }
                Trees.delete(folder);
            }
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(MARK), "Everything here was drawn and trained by drydock demo.\n");
        } catch (IOException | UncheckedIOException e) {
            throw WorkspaceException.failed("Could not make room for the demo in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Where a symbolic link leads, so that the link itself stays. */
    private static Path real(Path folder) {
        try {
            return Files.isDirectory(folder) ? folder.toRealPath() : folder;
        } catch (IOException e) {
            return folder;
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
