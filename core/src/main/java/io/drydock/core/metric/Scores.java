package io.drydock.core.metric;

import io.drydock.core.error.DataException;
import io.drydock.core.predict.Probabilities;
import java.util.ArrayList;
import java.util.List;

/**
 * The scores of probabilities against labels, each with a 95 % interval: accuracy, precision and recall by {@link ShareInterval}, F1 by
 * {@link ConfusionDraws} and {@link ClassF1}, the log loss by {@link LossDraws}. The calibration error has none.
 *
 * @param n images scored
 * @param weightedF1 mean F1 of the classes weighted by support
 * @param macroF1 plain mean F1 of the classes given or predicted
 * @param logLoss mean negative log probability of the label, in nats
 * @param calibrationError expected gap between confidence and accuracy, in 0..1
 * @param classes one entry a class, in class order
 */
public record Scores(
        int n,
        Measured weightedF1,
        Measured macroF1,
        Measured accuracy,
        Measured logLoss,
        double calibrationError,
        List<ClassScore> classes,
        ConfusionMatrix confusion) {
    /** Seed and number of resamples when none are given. */
    public static final long DEFAULT_SEED = 42;

    public static final int DEFAULT_RESAMPLES = 1000;

    public Scores {
        classes = List.copyOf(classes);
    }

    /**
     * Scores with the default bootstrap.
     *
     * @param labels given class indexes, one a row of the probabilities
     */
    public static Scores of(int[] labels, Probabilities probabilities) {
        return of(labels, probabilities, DEFAULT_SEED, DEFAULT_RESAMPLES);
    }

    /**
     * Scores with seeded draws.
     *
     * @throws DataException if there is no image
     */
    public static Scores of(int[] labels, Probabilities probabilities, long seed, int resamples) {
        if (labels.length == 0) {
            throw new DataException("There is no labelled image to score. Choose a part that has labels.");
        }
        int classes = probabilities.codes().size();
        int[] predicted = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            predicted[i] = probabilities.predicted(i);
        }
        ConfusionMatrix all = ConfusionMatrix.of(labels, predicted, classes);
        List<ClassScore> byClass = new ArrayList<>();
        int right = 0;
        for (int c = 0; c < classes; c++) {
            right += all.count(c, c);
            byClass.add(new ClassScore(
                    probabilities.codes().get(c),
                    ShareInterval.of(all.count(c, c), all.predictions(c)),
                    ShareInterval.of(all.count(c, c), all.support(c)),
                    ClassF1.of(all, c),
                    all.support(c)));
        }
        ConfusionDraws.Both f1 = new ConfusionDraws(all).intervals(seed, resamples);
        return new Scores(
                all.n(),
                f1.weighted(),
                f1.macro(),
                ShareInterval.of(right, all.n()),
                LossDraws.mean(labels, probabilities, seed, resamples),
                CalibrationError.of(labels, probabilities),
                byClass,
                all);
    }
}
