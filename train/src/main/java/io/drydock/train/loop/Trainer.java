package io.drydock.train.loop;

import io.drydock.core.error.TrainingException;
import io.drydock.core.random.RandomStream;
import io.drydock.core.run.RunEvent;
import io.drydock.core.run.RunListener;
import io.drydock.core.run.Stage;
import io.drydock.core.run.UnfreezingDrop;
import io.drydock.network.Model;
import io.drydock.network.rewrite.Cut;
import io.drydock.network.weights.WeightSet;
import io.drydock.train.checkpoint.Checkpoint;
import io.drydock.train.checkpoint.CheckpointFolder;
import io.drydock.train.config.TrainConfig;
import io.drydock.train.ema.WeightAverage;
import io.drydock.train.loss.Targets;
import io.drydock.train.plan.TrainingPlan;
import io.drydock.train.schedule.Schedule;
import io.drydock.train.torch.TorchRuntime;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Trains a model: frozen epochs of the head on cached features, then unfrozen ones, as a configuration says. Goes on from
 * the run's checkpoint where there is one, with the same result as if it had never stopped. For one thread at a time.
 */
public final class Trainer {
    private final TrainConfig config;
    private final TrainingData data;
    private final Timetable timetable;
    private final RunTag tag;
    private final CheckpointFolder checkpoints;
    private final RunListener events;
    private final BooleanSupplier cancelled;
    private final Targets targets;
    private final int[] labels;
    private final Ledger ledger;
    private final Watch watch = new Watch();
    private Model model;
    private Position position;
    private Optional<Checkpoint> resumed = Optional.empty();
    private long lastCheckpointNanos = System.nanoTime();
    private boolean interrupted;

    /**
     * @param config complete; threads and workers of 0 are resolved here
     * @param start see {@link StartingModel}
     * @param checkpointFolder the run's own
     * @param events hears of every step, on the calling thread
     * @param cancelled asked after each step, and after each batch of pictures whose features are computed; true ends the
     *     training with a checkpoint of the steps taken
     */
    public Trainer(
            TrainConfig config,
            Model start,
            TrainingData data,
            RunTag tag,
            Path checkpointFolder,
            RunListener events,
            BooleanSupplier cancelled) {
        this.config = config.resolved(start.network());
        this.data = data;
        this.timetable = new Timetable(this.config, data.train().size());
        this.tag = tag;
        this.checkpoints = new CheckpointFolder(checkpointFolder);
        this.events = events;
        this.cancelled = cancelled;
        this.targets = Targets.of(config.loss().labelSmoothing(), config.loss().balance(), data.counts());
        this.labels = data.train().stream().mapToInt(image -> image.label()).toArray();
        this.ledger = new Ledger(config.keep());
        this.model = start;
        this.position = new Position(Stage.FROZEN, 0, 0, 0);
    }

    /**
     * Trains to the end, or until cancelled.
     *
     * @throws TrainingException if the loss is not a number, or a checkpoint cannot be written
     */
    public TrainingResult train() {
        TorchRuntime.start(config.machine().threads());
        resumed = checkpoints.latest();
        resumed.ifPresent(this::restore);
        events.accept(started());
        boolean averaged = false;
        for (Stage stage : Stage.values()) {
            boolean done = stage.compareTo(position.stage()) < 0 || position.epoch() >= timetable.end(stage);
            if (timetable.epochs(stage) > 0 && !done && !stopped()) {
                position = position.enter(stage);
                train(stage);
            }
            averaged |= timetable.epochs(stage) > 0 && averages(stage);
        }
        if (interrupted) {
            events.accept(new RunEvent.Interrupted(tag.run(), position.epoch() + 1, position.steps()));
        }
        Model kept = ledger.best().map(best -> new Model(model.network(), best)).orElse(model);
        int keptEpoch = ledger.best().isPresent()
                ? ledger.bestEpoch()
                : ledger.history().size();
        return new TrainingResult(kept, ledger.history(), keptEpoch, averaged, interrupted, ledger.seconds());
    }

    private boolean stopped() {
        return interrupted || ledger.outOfPatience();
    }

    /** Only the last stage's weights are averaged: the first one's are not kept. */
    private boolean averages(Stage stage) {
        return config.keep().emaDecay() > 0 && (stage == Stage.UNFROZEN || timetable.epochs(Stage.UNFROZEN) == 0);
    }

    private void restore(Checkpoint checkpoint) {
        Checkpoint.Progress at = checkpoint.progress();
        Stage stage = Stage.valueOf(at.stage().toUpperCase(Locale.ROOT));
        position = new Position(stage, at.epoch(), at.step(), at.steps());
        model = new Model(model.network(), checkpoint.weights());
        ledger.restore(checkpoint);
        boolean stageDone = position.epoch() >= timetable.end(stage) || ledger.outOfPatience();
        if (stageDone && averages(stage)) {
            WeightSet average = checkpoint.average().orElseThrow();
            model = new Model(model.network(), model.weights().with(average));
        }
    }

    private RunEvent.Started started() {
        return new RunEvent.Started(
                tag.run(),
                config.model(),
                config.recipe(),
                config.input().firstSize().toString(),
                tag.split(),
                timetable.epochs(),
                timetable.allSteps(),
                data.train().size(),
                data.valid().size(),
                config.machine().threads(),
                config.machine().device().key(),
                position.steps());
    }

    private void train(Stage stage) {
        boolean frozen = stage == Stage.FROZEN;
        Model trained = frozen ? Cut.head(model) : model;
        TrainingPlan plan = frozen ? TrainingPlan.all(trained.network()) : TrainingPlan.of(trained.network(), config);
        try (Learner learner = new Learner(config, trained, plan, targets, averages(stage))) {
            resumed.filter(checkpoint -> checkpoint.progress().stage().equals(stage.key()))
                    .ifPresent(checkpoint -> restore(learner, checkpoint));
            resumed = Optional.empty();
            try {
                epochs(stage, learner);
            } catch (CancellationException betweenSteps) {
                // No step was taken since the last checkpoint, so it, or the beginning, is where a resumed run goes on.
                interrupted = true;
            }
            model = interrupted ? merged(learner.current()) : merged(learner.kept());
        }
        // What the stage held is garbage now; neither Java's heap nor the native one would give it back by itself.
        System.gc();
        Pointer.trimMemory();
    }

    private static void restore(Learner learner, Checkpoint checkpoint) {
        learner.optimizer().restore(checkpoint.optimizerSteps(), checkpoint.firstMoments(), checkpoint.secondMoments());
        learner.average()
                .ifPresent(average -> average.restore(
                        checkpoint.averageUpdates(), checkpoint.average().orElseThrow()));
    }

    /** The whole model with a part's weights. */
    private Model merged(Model part) {
        return new Model(model.network(), model.weights().with(part.weights()));
    }

    private void epochs(Stage stage, Learner learner) {
        BatchSource source = stage == Stage.FROZEN
                ? new FrozenFeatures(config, data, events, cancelled).batches(model)
                : pictures(position.epoch());
        try {
            while (position.epoch() < timetable.end(stage) && !stopped()) {
                epoch(stage, learner, source);
                boolean another = stage == Stage.UNFROZEN && position.epoch() < timetable.end(stage) && !stopped();
                if (another && !timetable.size(position.epoch()).equals(timetable.size(position.epoch() - 1))) {
                    source.close();
                    source = pictures(position.epoch());
                }
            }
        } finally {
            source.close();
        }
    }

    private PictureBatches pictures(int epoch) {
        return new PictureBatches(
                data,
                timetable.size(epoch),
                config.augmentation(),
                config.seed(),
                config.batch().size(),
                config.machine().workers());
    }

    private void epoch(Stage stage, Learner learner, BatchSource source) {
        EpochOrder order = EpochOrder.of(
                config.seed(),
                position.epoch(),
                labels,
                data.classes(),
                config.loss().balance());
        source.begin(position.epoch(), order, position.step());
        while (position.step() < timetable.steps(stage)) {
            step(stage, learner, source, order);
            if (cancelled.getAsBoolean()) {
                interrupted = true;
                checkpoint(learner);
                return;
            }
            double minutes = config.machine().checkpointMinutes();
            if (minutes > 0 && (System.nanoTime() - lastCheckpointNanos) / 60e9 >= minutes) {
                checkpoint(learner);
            }
        }
        Learner.Validation validation = learner.validate(source, data.valid(), timetable.batch(stage));
        events.accept(ledger.epochEnded(
                position, validation, () -> merged(learner.kept()).weights()));
        if (stage == Stage.UNFROZEN && position.epoch() == timetable.epochs(Stage.FROZEN)) {
            UnfreezingDrop.of(ledger.history()).ifPresent(drop -> events.accept(new RunEvent.Noted(drop.message())));
        }
        position = position.nextEpoch();
        checkpoint(learner);
    }

    private void step(Stage stage, Learner learner, BatchSource source, EpochOrder order) {
        long start = System.nanoTime();
        int step = position.step();
        int batch = timetable.batch(stage);
        int from = step * batch;
        int to = Math.min(from + batch, order.size());
        int[] batchLabels = Arrays.stream(order.images(), from, to)
                .map(image -> labels[image])
                .toArray();
        double progress = progress(stage);
        double[] rates = rates(stage, progress);
        double beta1 =
                Schedule.momentum(config.schedule(), config.optimizer().beta1()).at(progress);
        torch.manual_seed(RandomStream.of(config.seed(), "dropout", position.epoch(), step)
                .nextLong());
        Mixing mixing = Mixing.draw(config.loss(), config.seed(), position.epoch(), step, to - from);
        double loss;
        try (PointerScope scope = new PointerScope()) {
            Tensor input = source.next(step);
            loss = learner.step(input, batchLabels, mixing, rates, beta1);
        }
        if (!Double.isFinite(loss) && config.keep().stopOnNan()) {
            throw new TrainingException(String.format(
                    Locale.ROOT,
                    "The loss was %s in epoch %d at step %d, with a learning rate of %.2e. Lower the rate or clip the"
                            + " gradients.",
                    loss,
                    position.epoch() + 1,
                    step + 1,
                    rates[rates.length - 1]));
        }
        ledger.loss(loss, to - from);
        position = position.afterStep();
        long pixels =
                stage == Stage.FROZEN ? 0 : timetable.size(position.epoch()).area();
        watch.step(to - from, pixels, (System.nanoTime() - start) / 1e9);
        events.accept(new RunEvent.Step(
                position.epoch() + 1,
                stage,
                position.steps(),
                timetable.allSteps(),
                loss,
                rates[rates.length - 1],
                watch.imagesPerSecond(),
                watch.secondsLeft(timetable, position)));
    }

    /** Share of the stage's steps that were taken; a run that is resumed on fewer images has taken more than it would. */
    private double progress(Stage stage) {
        double taken = (double) (position.steps() - stepsBefore(stage)) / timetable.stageSteps(stage);
        return Math.max(0, Math.min(1, taken));
    }

    private long stepsBefore(Stage stage) {
        return stage == Stage.FROZEN ? 0 : timetable.stageSteps(Stage.FROZEN);
    }

    private double[] rates(Stage stage, double progress) {
        double[] peaks = stage == Stage.FROZEN
                ? new double[] {config.rate().frozen()}
                : config.rate().peaks();
        return Arrays.stream(peaks)
                .map(peak -> Schedule.rate(config.schedule(), peak).at(progress))
                .toArray();
    }

    private void checkpoint(Learner learner) {
        lastCheckpointNanos = System.nanoTime();
        Path written = checkpoints.write(new Checkpoint(
                ledger.progress(position),
                merged(learner.current()).weights(),
                learner.optimizer().steps(),
                learner.optimizer().firstMoments(),
                learner.optimizer().secondMoments(),
                learner.average().map(WeightAverage::updates).orElse(0L),
                learner.average().map(average -> learner.weights().named(average.values())),
                ledger.best(),
                ledger.history()));
        events.accept(new RunEvent.CheckpointWritten(position.epoch() + 1, position.steps(), written.toString()));
    }
}
