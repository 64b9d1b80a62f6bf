package io.drydock.workbench.train;

import io.drydock.core.data.ImageSize;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.error.DrydockException;
import io.drydock.core.error.TrainingException;
import io.drydock.core.metric.Scores;
import io.drydock.core.run.RunEvent;
import io.drydock.core.run.RunListener;
import io.drydock.image.store.SkippedImage;
import io.drydock.infer.cache.FeatureCache;
import io.drydock.infer.predict.Prediction;
import io.drydock.train.config.TrainConfig;
import io.drydock.train.loop.RunTag;
import io.drydock.train.loop.Trainer;
import io.drydock.train.loop.TrainingData;
import io.drydock.train.loop.TrainingResult;
import io.drydock.workbench.config.TrainPlan;
import io.drydock.workbench.run.ChosenEpoch;
import io.drydock.workbench.run.RunCard;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.run.RunDetails;
import io.drydock.workspace.run.RunFolder;
import io.drydock.workspace.run.RunStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** One training, ready to begin or to go on: its plan, its images and its first weights. For one thread at a time. */
public final class Training {
    private final Workspace workspace;
    private final TrainPlan plan;
    private final TrainingImages images;
    private final StartingWeights start;
    private final PictureStores pictures;

    private Training(
            Workspace workspace, TrainPlan plan, TrainingImages images, StartingWeights start, PictureStores pictures) {
        this.workspace = workspace;
        this.plan = plan;
        this.images = images;
        this.start = start;
        this.pictures = pictures;
    }

    /**
     * Makes ready: images chosen and decoded at the first size, weights loaded. What is wrong shows here, before a run
     * begins.
     *
     * @param plan complete, its split a number
     * @param stop asked while images are decoded, here and later in the run
     * @throws TrainingException if asked to stop
     */
    public static Training prepare(
            Workspace workspace,
            TrainPlan plan,
            TrainingImages images,
            StartingWeights start,
            RunListener events,
            BooleanSupplier stop) {
        TrainConfig config = plan.config();
        PictureStores pictures =
                new PictureStores(workspace, images.data(), config.input().resize(), events, stop);
        List<SkippedImage> skipped = skipped(pictures, config.input().firstSize());
        for (SkippedImage image : skipped) {
            events.accept(new RunEvent.Noted(image.image() + " is left out: " + image.reason()));
        }
        TrainingImages usable =
                images.without(skipped.stream().map(SkippedImage::image).collect(Collectors.toSet()));
        usable.notes().forEach(note -> events.accept(new RunEvent.Noted(note)));
        Training training = new Training(workspace, plan, usable, start, pictures);
        training.data();
        training.estimate().requireMemory();
        return training;
    }

    private static List<SkippedImage> skipped(PictureStores pictures, ImageSize size) {
        try {
            return pictures.skipped(size);
        } catch (CancellationException e) {
            throw new TrainingException("Stopped while images were decoded, before the training began.", e);
        }
    }

    private Estimate estimate() {
        return new Estimate(plan, images, start);
    }

    /** Configuration and estimates; times some batches. */
    public static DryRun dryRun(Workspace workspace, TrainPlan plan, TrainingImages images, StartingWeights start) {
        return new Estimate(plan, images, start).dryRun(workspace);
    }

    public TrainingImages images() {
        return images;
    }

    public StartingWeights start() {
        return start;
    }

    /**
     * What the training engine is given.
     *
     * @throws DataException if it could not learn from it
     */
    public TrainingData data() {
        return new TrainingData(
                images.data().classes().size(),
                images.train(),
                images.valid(),
                pictures,
                new FeatureCache(workspace.cache().folder("features"), workspace.cache()::touch),
                start.normalization());
    }

    /**
     * Trains in a run's folder, from its checkpoint where there is one, then exports and scores.
     *
     * @return what the list of runs shows of it, or what it showed last when it was interrupted
     * @throws TrainingException if it failed; the run is then marked as failed
     */
    public RunDetails run(RunFolder run, RunCard card, RunListener listener, BooleanSupplier stop) {
        try (RunRecorder recorder = new RunRecorder(workspace.runs(), run)) {
            RunListener events = recorder.and(listener);
            try {
                TrainingResult result = new Trainer(
                                plan.config(),
                                start.model(),
                                data(),
                                new RunTag(run.name(), card.split()),
                                run.checkpoint(),
                                events,
                                stop)
                        .train();
                if (result.interrupted()) {
                    recorder.result(
                            recorder.details().withProgress(recorder.details().epochsDone(), recorder.seconds()));
                    workspace.runs().finish(run, RunStatus.INTERRUPTED, "stopped on request");
                } else {
                    finish(run, card, result, recorder, events);
                    workspace.runs().finish(run, RunStatus.DONE, "");
                }
                workspace.cache().trim();
                return recorder.details();
            } catch (DrydockException | IllegalStateException e) {
                throw failed(run, events, e);
            } catch (OutOfMemoryError e) {
                throw failed(run, events, new TrainingException(Failures.outOfMemory(plan.config()), e));
            } catch (RuntimeException e) {
                throw failed(run, events, Failures.translated(e, plan.config()));
            }
        }
    }

    private RuntimeException failed(RunFolder run, RunListener events, RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        try {
            workspace.runs().finish(run, RunStatus.FAILED, message);
            events.accept(new RunEvent.Failed(message));
        } catch (DrydockException alsoFailed) {
            // A full disk fails the notes too; what came first is what the user must hear.
            e.addSuppressed(alsoFailed);
        }
        return e;
    }

    private void finish(RunFolder run, RunCard card, TrainingResult result, RunRecorder recorder, RunListener events) {
        TrainedFiles.model(run, card, plan.config(), result.model());
        TrainedFiles.curves(run, result.history(), result.keptEpoch());
        Optional<Scores> scores = images.valid().isEmpty() ? Optional.empty() : Optional.of(score(run, events));
        double seconds = recorder.seconds();
        boolean chosen = scores.isPresent()
                && ChosenEpoch.chooses(
                        plan.config().keep().best(), plan.config().keep().patience());
        recorder.result(recorder.details()
                .withProgress(result.history().size(), seconds)
                .withResult(
                        result.keptEpoch(),
                        scores.map(all -> new RunDetails.ValidScores(all.n(), all.weightedF1(), all.accuracy())),
                        chosen));
        events.accept(new RunEvent.Finished(
                run.name(),
                result.history().size(),
                result.keptEpoch(),
                scores.map(all -> all.weightedF1().value()).orElse(Double.NaN),
                scores.map(all -> all.accuracy().value()).orElse(Double.NaN),
                chosen,
                seconds));
    }

    private Scores score(RunFolder run, RunListener events) {
        Map<String, Integer> labels = new HashMap<>();
        images.valid().forEach(image -> labels.put(image.image(), image.label()));
        Prediction prediction = TrainedFiles.validation(
                workspace,
                run,
                images.valid().stream().map(LabeledImage::image).sorted().toList(),
                (what, done, total) -> events.accept(new RunEvent.Progress(what, done, total)));
        int[] given = prediction.probabilities().images().stream()
                .mapToInt(image -> labels.getOrDefault(image, -1))
                .toArray();
        return Scores.of(given, prediction.probabilities());
    }
}
