package io.drydock.train.finder;

import io.drydock.core.run.RunEvent;
import io.drydock.core.run.RunListener;
import io.drydock.core.run.Stage;
import io.drydock.network.Model;
import io.drydock.train.config.TrainConfig;
import io.drydock.train.loop.RateTrial;
import io.drydock.train.loop.TrainingData;
import java.util.ArrayList;
import java.util.List;

/**
 * Raises the learning rate exponentially over the first steps of a training and records the smoothed loss (Smith,
 * arXiv:1506.01186, with fast.ai's smoothing and stopping rule). The model it is given stays as it is. For one thread at a
 * time.
 */
public final class LearningRateFinder {
    /** fast.ai's number of steps. */
    public static final int DEFAULT_STEPS = 100;

    private static final double LOWEST = 1e-7;
    private static final double HIGHEST = 10;
    private static final double SMOOTHING = 0.98;
    private static final double EXPLODED = 4;

    private final TrainConfig config;
    private final TrainingData data;
    private final int steps;
    private final RunListener events;

    /** @param steps planned steps; fewer are taken when the loss explodes */
    public LearningRateFinder(TrainConfig config, TrainingData data, int steps, RunListener events) {
        this.config = config;
        this.data = data;
        this.steps = steps;
        this.events = events;
    }

    /** The curve of the head alone (FROZEN) or of the whole network, whose groups keep their ratios. */
    public LossCurve curve(Model start, Stage stage) {
        List<Double> rates = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        double moving = 0;
        double best = Double.POSITIVE_INFINITY;
        try (RateTrial trial = new RateTrial(config, start, data, stage, events)) {
            for (int k = 0; k < steps; k++) {
                double rate = LOWEST * Math.pow(HIGHEST / LOWEST, (double) k / steps);
                double loss = trial.step(k, rate);
                moving = SMOOTHING * moving + (1 - SMOOTHING) * loss;
                double smoothed = moving / (1 - Math.pow(SMOOTHING, k + 1.0));
                rates.add(rate);
                losses.add(smoothed);
                events.accept(new RunEvent.Progress("learning rates", k + 1L, steps));
                best = Math.min(best, smoothed);
                if (!Double.isFinite(loss) || smoothed > EXPLODED * best) {
                    break;
                }
            }
        }
        return new LossCurve(
                rates.stream().mapToDouble(Double::doubleValue).toArray(),
                losses.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
