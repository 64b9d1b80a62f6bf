package io.drydock.core.metric;

import io.drydock.core.error.DataException;
import io.drydock.core.predict.Probabilities;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The scores of probabilities against labels, each with a 95 % bootstrap interval over images.
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
     * Scores with a seeded bootstrap.
     *
     * @throws DataException if there is no image
     */
    public static Scores of(int[] labels, Probabilities probabilities, long seed, int resamples) {
        if (labels.length == 0) {
            throw new DataException("There is no labelled image to score. Choose a part that has labels.");
        }
        int classes = probabilities.codes().size();
        double[] losses = Losses.of(labels, probabilities);
        int[] cellOf = new int[labels.length];
        int[] predicted = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            predicted[i] = probabilities.predicted(i);
            cellOf[i] = labels[i] * classes + predicted[i];
        }
        ConfusionMatrix all = ConfusionMatrix.of(labels, predicted, classes);
        Resampled resampled = new Resampled(classes, resamples);
        new Bootstrap(labels.length, resamples, seed).run((b, drawn) -> resampled.add(b, drawn, cellOf, losses));
        return resampled.scores(
                all,
                Losses.mean(labels, probabilities),
                CalibrationError.of(labels, probabilities),
                probabilities.codes());
    }

    /** Every statistic of every resample. */
    private static final class Resampled {
        private final int classes;
        private final int[] cells;
        private final double[][] overall;
        private final double[][][] perClass;

        Resampled(int classes, int resamples) {
            this.classes = classes;
            cells = new int[classes * classes];
            overall = new double[4][resamples];
            perClass = new double[classes][3][resamples];
        }

        void add(int b, int[] drawn, int[] cellOf, double[] losses) {
            Arrays.fill(cells, 0);
            double loss = 0;
            for (int image : drawn) {
                cells[cellOf[image]]++;
                loss += losses[image];
            }
            ConfusionMatrix matrix = ConfusionMatrix.over(cells, classes);
            overall[0][b] = matrix.weightedF1();
            overall[1][b] = matrix.macroF1();
            overall[2][b] = matrix.accuracy();
            overall[3][b] = loss / drawn.length;
            for (int c = 0; c < classes; c++) {
                perClass[c][0][b] = matrix.precision(c);
                perClass[c][1][b] = matrix.recall(c);
                perClass[c][2][b] = matrix.f1(c);
            }
        }

        Scores scores(ConfusionMatrix all, double logLoss, double calibrationError, List<String> codes) {
            List<ClassScore> byClass = new ArrayList<>();
            for (int c = 0; c < classes; c++) {
                byClass.add(new ClassScore(
                        codes.get(c),
                        Bootstrap.interval(all.precision(c), perClass[c][0]),
                        Bootstrap.interval(all.recall(c), perClass[c][1]),
                        Bootstrap.interval(all.f1(c), perClass[c][2]),
                        all.support(c)));
            }
            return new Scores(
                    all.n(),
                    Bootstrap.interval(all.weightedF1(), overall[0]),
                    Bootstrap.interval(all.macroF1(), overall[1]),
                    Bootstrap.interval(all.accuracy(), overall[2]),
                    Bootstrap.interval(logLoss, overall[3]),
                    calibrationError,
                    byClass,
                    all);
        }
    }
}
