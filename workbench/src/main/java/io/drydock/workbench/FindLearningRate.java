package io.drydock.workbench;

import io.drydock.core.chart.Curve;
import io.drydock.core.chart.LineChart;
import io.drydock.core.chart.Mark;
import io.drydock.core.run.RunListener;
import io.drydock.core.run.Stage;
import io.drydock.train.config.EpochPlan;
import io.drydock.train.config.InputConfig;
import io.drydock.train.config.TrainConfig;
import io.drydock.train.finder.LearningRateFinder;
import io.drydock.train.finder.LossCurve;
import io.drydock.train.finder.RateSuggestions;
import io.drydock.workbench.config.TrainPlan;
import io.drydock.workbench.train.Training;
import io.drydock.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code drydock lr-find}: the loss at rising learning rates, with fast.ai's four suggestions. Trains a copy that is thrown
 * away; no run begins. One of three operations that load the training engine. Safe for use by many threads.
 */
public final class FindLearningRate {
    private static final String PICTURE = "lr-find.svg";

    /**
     * What to try.
     *
     * @param plan as for a training
     * @param stage FROZEN tries the head alone, UNFROZEN the whole network with its groups' ratios
     * @param steps planned, 100 as in fast.ai; fewer are taken once the loss explodes
     */
    public record Request(Path workspace, TrainPlan plan, Stage stage, int steps) {}

    /**
     * What was found.
     *
     * @param curve smoothed loss by rate
     * @param picture the curve with its suggestions, SVG
     */
    public record Result(LossCurve curve, RateSuggestions suggestions, Path picture) {
        /** The suggestions by fast.ai's names, the usual choice first. */
        public Map<String, Double> byName() {
            Map<String, Double> rates = new LinkedHashMap<>();
            rates.put("valley", suggestions.valley());
            rates.put("slide", suggestions.slide());
            rates.put("minimum", suggestions.minimum());
            rates.put("steep", suggestions.steep());
            return rates;
        }
    }

    /**
     * Raises the rate from 1e-7 to 10 and reads the curve.
     *
     * @throws io.drydock.core.error.TrainingException if the loss exploded too early to suggest anything
     */
    public Result run(Request request, RunListener events) {
        Workspace workspace = Workspace.open(request.workspace());
        TrainPlan resolved = TrainModel.resolved(workspace, request.plan());
        TrainPlan plan = new TrainPlan(tried(resolved.config(), request.stage()), resolved.data());
        Training training =
                TrainModel.prepared(workspace, plan, workspace.journal().position(), events, () -> false);
        LossCurve curve = new LearningRateFinder(plan.config(), training.data(), request.steps(), events)
                .curve(training.start().model(), request.stage());
        RateSuggestions suggestions = curve.trimmed(request.steps()).suggestions();
        return new Result(curve, suggestions, workspace.reports().write(PICTURE, chart(curve, suggestions)));
    }

    /**
     * What of a training the search runs: one stage, at the first size. Memory is asked for that alone, so that a plan whose
     * body does not fit can still have its head's rate found.
     */
    static TrainConfig tried(TrainConfig config, Stage stage) {
        int frozen = Math.max(1, config.epochs().frozen());
        EpochPlan epochs = stage == Stage.FROZEN ? new EpochPlan(frozen, 0) : new EpochPlan(0, 1);
        InputConfig input = config.input();
        return config.withEpochs(epochs, new InputConfig(input.firstSize().toString(), input.resize()));
    }

    private static String chart(LossCurve curve, RateSuggestions suggestions) {
        List<Double> rates = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i < curve.rates().length; i++) {
            if (Double.isFinite(curve.losses()[i])) {
                rates.add(curve.rates()[i]);
                losses.add(curve.losses()[i]);
            }
        }
        List<Mark> marks = List.of(
                mark("valley", suggestions.valley(), curve),
                mark("slide", suggestions.slide(), curve),
                mark("minimum / 10", suggestions.minimum(), curve),
                mark("steep", suggestions.steep(), curve));
        return new LineChart(
                        "Loss at rising learning rates",
                        "learning rate",
                        "smoothed loss",
                        true,
                        List.of(new Curve("loss", rates, losses)),
                        marks)
                .svg();
    }

    private static Mark mark(String name, double rate, LossCurve curve) {
        int nearest = 0;
        for (int i = 1; i < curve.rates().length; i++) {
            if (Math.abs(Math.log(curve.rates()[i] / rate)) < Math.abs(Math.log(curve.rates()[nearest] / rate))) {
                nearest = i;
            }
        }
        return new Mark(name, rate, curve.losses()[nearest]);
    }
}
