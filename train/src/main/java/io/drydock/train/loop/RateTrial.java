package io.drydock.train.loop;

import io.drydock.core.random.RandomStream;
import io.drydock.core.run.RunListener;
import io.drydock.core.run.Stage;
import io.drydock.network.Model;
import io.drydock.network.rewrite.Cut;
import io.drydock.train.config.TrainConfig;
import io.drydock.train.loss.Targets;
import io.drydock.train.plan.TrainingPlan;
import io.drydock.train.torch.TorchRuntime;
import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch;

/** Steps on a copy of a model at rates that the caller chooses, for the learning-rate finder. For one thread at a time. */
public final class RateTrial implements AutoCloseable {
    private final TrainConfig config;
    private final TrainingData data;
    private final Stage stage;
    private final Timetable timetable;
    private final Learner learner;
    private final BatchSource source;
    private final int[] labels;
    private EpochOrder order = new EpochOrder(new int[0], new int[0]);

    public RateTrial(TrainConfig given, Model start, TrainingData data, Stage stage, RunListener events) {
        this.config = given.withMachine(given.machine().resolved());
        this.data = data;
        this.stage = stage;
        this.timetable = new Timetable(config, data.train().size());
        this.labels = data.train().stream().mapToInt(image -> image.label()).toArray();
        TorchRuntime.start(config.machine().threads());
        boolean frozen = stage == Stage.FROZEN;
        Model trained = frozen ? Cut.head(start) : start;
        TrainingPlan plan = frozen ? TrainingPlan.all(trained.network()) : TrainingPlan.of(trained.network(), config);
        Targets targets =
                Targets.of(config.loss().labelSmoothing(), config.loss().balance(), data.counts());
        this.source = frozen
                ? new FrozenFeatures(config, data, events, () -> false).batches(start)
                : new PictureBatches(
                        data,
                        config.input().firstSize(),
                        config.augmentation(),
                        config.seed(),
                        config.batch().size(),
                        config.machine().workers());
        this.learner = new Learner(config, trained, plan, targets, false);
    }

    /**
     * One step with the given rate for the head; other groups in the configuration's ratio to it.
     *
     * @return its loss
     */
    public double step(int number, double rate) {
        int epoch = number / timetable.steps(stage);
        int step = number % timetable.steps(stage);
        if (step == 0) {
            order = EpochOrder.of(
                    config.seed(), epoch, labels, data.classes(), config.loss().balance());
            source.begin(epoch, order, 0);
        }
        int from = step * timetable.batch(stage);
        int to = Math.min(from + timetable.batch(stage), order.size());
        int[] batchLabels = Arrays.stream(order.images(), from, to)
                .map(image -> labels[image])
                .toArray();
        torch.manual_seed(RandomStream.of(config.seed(), "dropout", epoch, step).nextLong());
        try (PointerScope scope = new PointerScope()) {
            return learner.step(
                    source.next(step),
                    batchLabels,
                    Mixing.draw(config.loss(), config.seed(), epoch, step, to - from),
                    rates(rate),
                    config.optimizer().beta1());
        }
    }

    private double[] rates(double rate) {
        if (stage == Stage.FROZEN) {
            return new double[] {rate};
        }
        double[] peaks = config.rate().peaks();
        double head = peaks[peaks.length - 1];
        return Arrays.stream(peaks).map(peak -> rate * peak / head).toArray();
    }

    @Override
    public void close() {
        source.close();
        learner.close();
    }
}
