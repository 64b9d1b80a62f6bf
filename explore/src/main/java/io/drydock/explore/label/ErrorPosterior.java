package io.drydock.explore.label;

import io.drydock.core.metric.Measured;
import io.drydock.core.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Probabilities of wrong labels after a review: the log odds of {@link NoiseModel}, shifted and stretched by two numbers whose
 * prior allows for a model that is off, and whose posterior the verdicts narrow (Laplace approximation). Intervals are drawn
 * from that posterior. For one thread at a time.
 */
final class ErrorPosterior {
    private static final double SHIFT_DEVIATION = 0.6;
    private static final double STRETCH_DEVIATION = 0.15;
    private static final int DRAWS = 1000;
    private static final double LARGEST_ODDS = 12;

    private final LabelEvidence evidence;
    private final Outcome[] outcomes;
    private final double[][] truth;
    private final double[] odds;
    private final double priorShift;

    ErrorPosterior(LabelEvidence evidence, Outcome[] outcomes) {
        this.evidence = evidence;
        this.outcomes = outcomes.clone();
        NoiseModel noise = NoiseModel.of(evidence);
        this.truth = noise.truth(evidence);
        double[] wrong = noise.wrong(evidence);
        this.odds = new double[wrong.length];
        for (int i = 0; i < odds.length; i++) {
            double p = Math.min(Math.max(wrong[i], 1e-9), 1 - 1e-9);
            odds[i] = Math.max(-LARGEST_ODDS, Math.min(LARGEST_ODDS, Math.log(p / (1 - p))));
        }
        this.priorShift = shiftFor(expected(noise));
    }

    /** Wrong labels by the rates alone: those of each class at the rate of the class. */
    private double expected(NoiseModel noise) {
        int[] counts = evidence.labelCounts();
        double expected = 0;
        for (int c = 0; c < counts.length; c++) {
            expected += counts[c] * (1 - noise.rates()[c][c]);
        }
        return expected;
    }

    /** The shift at which the probabilities add up to a number. */
    private double shiftFor(double number) {
        double low = -8;
        double high = 8;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            double sum = 0;
            for (double one : odds) {
                sum += sigmoid(middle + one);
            }
            if (sum < number) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    RemainingErrors errors() {
        double[] at = {priorShift, 1};
        double[][] covariance = new double[2][2];
        fit(at, covariance);
        double[] wrong = new double[odds.length];
        int found = 0;
        for (int i = 0; i < odds.length; i++) {
            wrong[i] = switch (outcomes[i]) {
                case UNSEEN -> sigmoid(at[0] + at[1] * odds[i]);
                case RIGHT -> 0;
                case WRONG -> 1;
            };
            found += outcomes[i] == Outcome.WRONG ? 1 : 0;
        }
        double[] draws = draws(at, covariance);
        Measured remaining = measured(Arrays.stream(wrong).sum() - found, draws, 0);
        Measured total = measured(remaining.value() + found, draws, found);
        return new RemainingErrors(total, remaining, pairs(wrong, total), wrong);
    }

    /** Newton's method for the most probable shift and stretch; the inverse curvature there is their covariance. */
    private void fit(double[] at, double[][] covariance) {
        for (int step = 0; step < 50; step++) {
            double g0 = (priorShift - at[0]) / (SHIFT_DEVIATION * SHIFT_DEVIATION);
            double g1 = (1 - at[1]) / (STRETCH_DEVIATION * STRETCH_DEVIATION);
            double h00 = 1 / (SHIFT_DEVIATION * SHIFT_DEVIATION);
            double h01 = 0;
            double h11 = 1 / (STRETCH_DEVIATION * STRETCH_DEVIATION);
            for (int i = 0; i < odds.length; i++) {
                if (outcomes[i] != Outcome.UNSEEN) {
                    double p = sigmoid(at[0] + at[1] * odds[i]);
                    double residual = (outcomes[i] == Outcome.WRONG ? 1 : 0) - p;
                    double weight = p * (1 - p);
                    g0 += residual;
                    g1 += residual * odds[i];
                    h00 += weight;
                    h01 += weight * odds[i];
                    h11 += weight * odds[i] * odds[i];
                }
            }
            double determinant = h00 * h11 - h01 * h01;
            covariance[0][0] = h11 / determinant;
            covariance[0][1] = -h01 / determinant;
            covariance[1][0] = -h01 / determinant;
            covariance[1][1] = h00 / determinant;
            double d0 = covariance[0][0] * g0 + covariance[0][1] * g1;
            double d1 = covariance[1][0] * g0 + covariance[1][1] * g1;
            double damping = Math.min(1, 1 / (Math.abs(d0) + Math.abs(d1) + 1e-12));
            at[0] += damping * d0;
            at[1] += damping * d1;
            if (Math.abs(d0) + Math.abs(d1) < 1e-9) {
                break;
            }
        }
    }

    /** Numbers of wrong labels not looked at, drawn from the posterior, ascending. */
    private double[] draws(double[] at, double[][] covariance) {
        RandomStream random = RandomStream.of(0, "remaining errors");
        double l00 = Math.sqrt(covariance[0][0]);
        double l10 = covariance[1][0] / l00;
        double l11 = Math.sqrt(Math.max(0, covariance[1][1] - l10 * l10));
        double[] numbers = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double z0 = random.nextGaussian();
            double z1 = random.nextGaussian();
            double shift = at[0] + l00 * z0;
            double stretch = Math.max(0.05, at[1] + l10 * z0 + l11 * z1);
            double mean = 0;
            double variance = 0;
            for (int i = 0; i < odds.length; i++) {
                if (outcomes[i] == Outcome.UNSEEN) {
                    double p = sigmoid(shift + stretch * odds[i]);
                    mean += p;
                    variance += p * (1 - p);
                }
            }
            numbers[draw] = Math.max(0, mean + Math.sqrt(variance) * random.nextGaussian());
        }
        Arrays.sort(numbers);
        return numbers;
    }

    private static Measured measured(double value, double[] sorted, double offset) {
        double low = sorted[(int) (0.025 * sorted.length)] + offset;
        double high = sorted[(int) (0.975 * sorted.length)] + offset;
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
