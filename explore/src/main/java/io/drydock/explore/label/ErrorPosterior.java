package io.drydock.explore.label;

import io.drydock.core.metric.Measured;
import io.drydock.core.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is believed about wrong labels after a review: a mixture of chains of {@link HitRates}, each weighed by how well it
 * explains the verdicts. Some follow the noise model closely, some let doubtful images be wrong more often than the most
 * suspect ones, some hold errors that no score sees. A verdict weighs the same whether rank or chance chose its image, since the
 * choice depends on nothing but the score. For one thread at a time.
 */
final class ErrorPosterior {
    private static final double[] DRIFTS = {0.5, 0.75, 1, 1.4};
    private static final double[] JUMPS = {2, 20, 200};
    private static final double[] JUMP_WEIGHTS = {0.2, 0.2, 0.6};
    private static final double[] FLOORS = {0, 0.01, 0.04};
    private static final double[] FLOOR_WEIGHTS = {0.8, 0.15, 0.05};
    /** Wrong labels believable before any verdict, for each label that the probabilities disagree with. */
    private static final double EXPECTED_SHARE = 1.25;

    private static final int DRAWS = 2000;
    /** Share of the belief that the interval holds: a little more than 95 %, for what the chains do not know. */
    private static final double LEVEL = 0.96;
    /** Verdicts beyond the head of the ranking below which their share, taken by itself, widens the interval. */
    private static final int SMALL_SAMPLE = 30;

    private static final double SMALL_SAMPLE_LEVEL = 0.95;
    /** Most wrong labels that are left, without a sample, for each label not judged that the probabilities disagree with. */
    private static final double MOST_SHARE = 2;

    /** Verdicts beyond the head of the ranking below which nothing says that wrong labels are left at all. */
    private static final int SMALLEST_SAMPLE = 8;
    /** Verdicts that count as much as the noise model's guess of the number. */
    private static final double GUESS_WORTH = 20;

    private final LabelEvidence evidence;
    private final Outcome[] outcomes;
    private final double[][] truth;
    private final SuspicionBands bands;
    private final double guess;

    ErrorPosterior(LabelEvidence evidence, Outcome[] outcomes) {
        this.evidence = evidence;
        this.outcomes = outcomes.clone();
        NoiseModel noise = NoiseModel.of(evidence);
        this.truth = noise.truth(evidence);
        this.bands = SuspicionBands.of(evidence, noise.wrong(evidence), outcomes);
        this.guess = guess(noise);
    }

    /** Wrong labels by the rates of the noise model alone: those of each class at the rate of the class. */
    private double guess(NoiseModel noise) {
        int[] counts = evidence.labelCounts();
        double expected = 0;
        for (int c = 0; c < counts.length; c++) {
            expected += counts[c] * (1 - noise.rates()[c][c]);
        }
        return expected;
    }

    RemainingErrors errors() {
        int found = 0;
        for (Outcome outcome : outcomes) {
            found += outcome.isWrong() ? 1 : 0;
        }
        double[] rates = new double[bands.count()];
        int[] numbers = draws(rates);
        Measured remaining = remaining(numbers, found);
        double expected = 0;
        for (int b = 0; b < rates.length; b++) {
            expected += bands.unseen()[b] * rates[b];
        }
        double scale = expected > 0 ? remaining.value() / expected : 0;
        double[] wrong = new double[outcomes.length];
        for (int i = 0; i < wrong.length; i++) {
            wrong[i] = outcomes[i].isWrong()
                    ? 1
                    : outcomes[i] == Outcome.UNSEEN ? Math.min(1, scale * rates[bands.band()[i]]) : 0;
        }
        Measured total = new Measured(remaining.value() + found, remaining.low() + found, remaining.high() + found);
        return new RemainingErrors(
                total, remaining, pairs(wrong, total), wrong, bands.verdicts(), bands.verdictsBeyondTheHead());
    }

    /**
     * Numbers of wrong labels not judged, drawn from the belief, ascending.
     *
     * @param rates [bands] takes the mean rates
     */
    private int[] draws(double[] rates) {
        List<HitRates> chains = chains();
        double largest =
                chains.stream().mapToDouble(HitRates::logEvidence).max().orElse(0);
        double sum = chains.stream()
                .mapToDouble(chain -> Math.exp(chain.logEvidence() - largest))
                .sum();
        RandomStream random = RandomStream.of(0, "remaining errors");
        int[] numbers = new int[DRAWS];
        double until = 0;
        int draw = 0;
        for (HitRates chain : chains) {
            until += DRAWS * Math.exp(chain.logEvidence() - largest) / sum;
            for (; draw < Math.min(DRAWS, Math.round(until)); draw++) {
                double[] path = chain.draw(random);
                for (int b = 0; b < rates.length; b++) {
                    rates[b] += path[b] / DRAWS;
                    numbers[draw] += Binomial.draw(bands.unseen()[b], path[b], random);
                }
            }
        }
        Arrays.sort(numbers);
        return numbers;
    }

    private List<HitRates> chains() {
        double expected = EXPECTED_SHARE * disagreements(false);
        List<HitRates> chains = new ArrayList<>();
        for (double drift : DRIFTS) {
            for (int j = 0; j < JUMPS.length; j++) {
                double[][][] moves = HitRates.moves(bands, drift, JUMPS[j]);
                for (int f = 0; f < FLOORS.length; f++) {
                    chains.add(new HitRates(
                            bands,
                            new HitRates.Shape(drift, JUMPS[j], FLOORS[f], JUMP_WEIGHTS[j] * FLOOR_WEIGHTS[f]),
                            moves,
                            expected));
                }
            }
        }
        return chains;
    }

    /**
     * Labels that the probabilities disagree with: the more of the number of other predictions and the sum of the doubts. Where
     * less than half of the labels of a region are wrong, and a model sees the region, no fewer labels than are wrong disagree.
     */
    private double disagreements(boolean unseenOnly) {
        double doubts = 0;
        double others = 0;
        for (int i = 0; i < outcomes.length; i++) {
            if (unseenOnly && outcomes[i] != Outcome.UNSEEN) {
                continue;
            }
            doubts += 1 - evidence.probability(i, evidence.label(i));
            others += evidence.predicted(i) == evidence.label(i) ? 0 : 1;
        }
        return Math.max(doubts, others) + (unseenOnly ? 0 : 4);
    }

    /**
     * The shortest interval that holds 96 % of the numbers, from 0 without a sample. A small sample's own share widens it, since
     * errors may sit where neither the ranking nor so few images show them. Before verdicts the value is the noise model's guess; the more
     * verdicts, the more it is the median.
     */
    private Measured remaining(int[] sorted, int found) {
        int sample = bands.verdictsBeyondTheHead();
        int held = (int) Math.ceil(LEVEL * sorted.length);
        int best = 0;
        for (int low = 1; low + held <= sorted.length; low++) {
            if (sorted[low + held - 1] - sorted[low] < sorted[best + held - 1] - sorted[best]) {
                best = low;
            }
        }
        double low = sample < SMALLEST_SAMPLE ? 0 : sorted[best];
        double high = sorted[best + held - 1];
        if (sample < SMALLEST_SAMPLE) {
            high = Math.min(high, Math.ceil(MOST_SHARE * disagreements(true)));
        } else if (sample < SMALL_SAMPLE) {
            double share = Binomial.upperBound(bands.wrongBeyondTheHead(), sample, SMALL_SAMPLE_LEVEL);
            high = Math.max(high, Math.ceil(share * IntStream.of(bands.unseen()).sum()));
        }
        double weight = bands.verdicts() / (bands.verdicts() + GUESS_WORTH);
        double value = weight * sorted[sorted.length / 2] + (1 - weight) * Math.max(0, guess - found);
        return new Measured(Math.min(high, Math.max(low, value)), low, high);
    }

    /** The total shared out over pairs of classes, their intervals as wide in proportion, and never narrower than chance. */
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
