package io.drydock.explore.label;

import io.drydock.core.metric.Measured;
import io.drydock.core.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What is believed about wrong labels after a review. Two numbers are unknown: how many labels are wrong in all, for which
 * {@link NoiseModel} gives a first guess, and how sharply its odds tell wrong from right. Both have a prior about that guess,
 * and the verdicts weigh every pair of them on a grid. For one thread at a time.
 */
final class ErrorPosterior {
    /** Deviation of the logarithm of the first guess, beside that of counting the anchors. Chosen on planted noise. */
    private static final double GUESS_DEVIATION = 0.35;

    private static final double SHARPNESS_DEVIATION = 0.5;
    private static final double USUAL_SHARPNESS = 1.25;
    private static final int GRID = 25;
    private static final double GRID_REACH = 3;
    private static final int DRAWS = 2000;

    private final LabelEvidence evidence;
    private final Outcome[] outcomes;
    private final double[][] truth;
    private final double[] odds;
    private final OddsHistogram all = new OddsHistogram();
    private final OddsHistogram unseen = new OddsHistogram();
    private final OddsHistogram foundWrong = new OddsHistogram();
    private final OddsHistogram foundRight = new OddsHistogram();
    private final double guess;
    private final double deviation;

    ErrorPosterior(LabelEvidence evidence, Outcome[] outcomes) {
        this.evidence = evidence;
        this.outcomes = outcomes.clone();
        NoiseModel noise = NoiseModel.of(evidence);
        this.truth = noise.truth(evidence);
        double[] wrong = noise.wrong(evidence);
        this.odds = new double[wrong.length];
        for (int i = 0; i < odds.length; i++) {
            odds[i] = OddsHistogram.odds(wrong[i]);
            all.add(odds[i]);
            switch (outcomes[i]) {
                case UNSEEN -> unseen.add(odds[i]);
                case WRONG -> foundWrong.add(odds[i]);
                case RIGHT -> foundRight.add(odds[i]);
            }
        }
        this.guess = Math.max(0.5, guess(noise));
        this.deviation = Math.hypot(GUESS_DEVIATION, 1 / Math.sqrt(wrongAnchors(noise) + 0.5));
    }

    /** Wrong labels by the rates alone: those of each class at the rate of the class. */
    private double guess(NoiseModel noise) {
        int[] counts = evidence.labelCounts();
        double expected = 0;
        for (int c = 0; c < counts.length; c++) {
            expected += counts[c] * (1 - noise.rates()[c][c]);
        }
        return expected;
    }

    private static int wrongAnchors(NoiseModel noise) {
        int wrong = 0;
        for (int c = 0; c < noise.anchors().length; c++) {
            wrong += noise.anchors()[c] - noise.wrongAnchors()[c][c];
        }
        return wrong;
    }

    /**
     * One pair of the two unknowns.
     *
     * @param weight its share of the belief
     */
    private record Cell(double shift, double stretch, double weight) {}

    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        double[] logs = new double[GRID * GRID];
        for (int a = 0; a < GRID; a++) {
            for (int b = 0; b < GRID; b++) {
                double u = GRID_REACH * (2.0 * a / (GRID - 1) - 1);
                double v = GRID_REACH * (2.0 * b / (GRID - 1) - 1);
                double number = Math.min(0.95 * odds.length, guess * Math.exp(deviation * u));
                double stretch = USUAL_SHARPNESS * Math.exp(SHARPNESS_DEVIATION * v);
                double shift = all.shiftFor(number, stretch);
                logs[a * GRID + b] = -(u * u + v * v) / 2
                        + foundWrong.logLikelihood(shift, stretch, true)
                        + foundRight.logLikelihood(shift, stretch, false);
                cells.add(new Cell(shift, stretch, 0));
            }
        }
        double largest = Arrays.stream(logs).max().orElse(0);
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - largest);
        }
        List<Cell> weighted = new ArrayList<>();
        for (int i = 0; i < logs.length; i++) {
            double weight = Math.exp(logs[i] - largest) / sum;
            if (weight > 1e-6) {
                weighted.add(new Cell(cells.get(i).shift(), cells.get(i).stretch(), weight));
            }
        }
        return weighted;
    }

    RemainingErrors errors() {
        List<Cell> cells = cells();
        double[] wrong = new double[odds.length];
        int found = 0;
        for (int i = 0; i < odds.length; i++) {
            if (outcomes[i] == Outcome.UNSEEN) {
                for (Cell cell : cells) {
                    wrong[i] += cell.weight() * OddsHistogram.sigmoid(cell.shift() + cell.stretch() * odds[i]);
                }
            } else if (outcomes[i] == Outcome.WRONG) {
                wrong[i] = 1;
                found++;
            }
        }
        double[] numbers = draws(cells);
        Measured remaining = measured(Math.max(0, Arrays.stream(wrong).sum() - found), numbers, 0);
        Measured total = measured(remaining.value() + found, numbers, found);
        return new RemainingErrors(total, remaining, pairs(wrong, total), wrong);
    }

    /** Numbers of wrong labels not looked at, drawn from the belief, ascending. */
    private double[] draws(List<Cell> cells) {
        RandomStream random = RandomStream.of(0, "remaining errors");
        double[] means = new double[cells.size()];
        double[] deviations = new double[cells.size()];
        for (int c = 0; c < means.length; c++) {
            means[c] = unseen.expected(cells.get(c).shift(), cells.get(c).stretch());
            deviations[c] =
                    Math.sqrt(unseen.variance(cells.get(c).shift(), cells.get(c).stretch()));
        }
        double[] numbers = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double at = random.nextDouble();
            int cell = 0;
            while (cell < means.length - 1 && at > cells.get(cell).weight()) {
                at -= cells.get(cell).weight();
                cell++;
            }
            numbers[draw] = Math.max(0, means[cell] + deviations[cell] * random.nextGaussian());
        }
        Arrays.sort(numbers);
        return numbers;
    }

    private static Measured measured(double value, double[] sorted, double offset) {
        double low = Math.floor(sorted[(int) (0.025 * sorted.length)]) + offset;
        double high = Math.ceil(sorted[(int) (0.975 * sorted.length)]) + offset;
        return new Measured(value, Math.min(low, value), Math.max(high, value));
    }

    /** The total shared out over pairs of classes, their intervals as wide in proportion, and never less than chance. */
    private List<PairErrors> pairs(double[] wrong, Measured total) {
        int classes = evidence.classes();
        double[][] sums = new double[classes][classes];
        for (int i = 0; i < wrong.length; i++) {
            int given = evidence.label(i);
            double other = 1 - truth[i][given];
            for (int c = 0; c < classes; c++) {
                if (c != given && other > 0) {
                    sums[given][c] += wrong[i] * truth[i][c] / other;
                }
            }
        }
        double below = total.value() > 0 ? 1 - total.low() / total.value() : 1;
        double above = total.value() > 0 ? total.high() / total.value() - 1 : 1;
        List<PairErrors> pairs = new ArrayList<>();
        for (int given = 0; given < classes; given++) {
            for (int other = 0; other < classes; other++) {
                double count = sums[given][other];
                if (count >= 0.5) {
                    double chance = 1.96 * Math.sqrt(count);
                    pairs.add(new PairErrors(
                            given,
                            other,
                            new Measured(
                                    count,
                                    Math.max(0, count - Math.hypot(chance, below * count)),
                                    count + Math.hypot(chance, above * count))));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((PairErrors pair) -> -pair.count().value()));
        return pairs;
    }
}
