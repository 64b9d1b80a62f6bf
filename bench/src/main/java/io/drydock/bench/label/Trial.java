package io.drydock.bench.label;

import io.drydock.core.metric.ConfusionMatrix;
import io.drydock.core.random.RandomStream;
import io.drydock.explore.label.LabelEvidence;
import io.drydock.explore.label.LabelRanking;
import io.drydock.explore.label.Outcome;
import io.drydock.explore.label.RemainingErrors;
import io.drydock.explore.probe.LinearProbe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One planting of one kind of noise: what each order of looking finds, what correcting it gains, and how good the estimate is.
 *
 * @param planted wrong labels planted
 * @param precision average precision of each order
 * @param found wrong labels found by each order after each hundred looked at
 * @param before weighted F1, against the labels as imported, of the plain probe trained on the wrong labels
 * @param after the same after the whole budget was spent in each order
 * @param estimates what is estimated to be left, and what is left, at each stage of the review
 */
record Trial(int planted, double[] precision, int[][] found, double before, double[] after, List<Estimate> estimates) {
    /** Orders of looking: ours, self-confidence of the same features, self-confidence of one plain model, random. */
    static final List<String> ORDERS = List.of("audit", "self-confidence", "one model", "random");

    private static final int[] STAGES = {0, 50, 100, 200, 400};

    /**
     * The estimate at a stage.
     *
     * @param looked labels looked at so far
     * @param left planted errors not looked at
     */
    record Estimate(int looked, int left, double value, double low, double high) {
        boolean holds() {
            return left >= low && left <= high;
        }
    }

    static Trial of(StudyImages images, PlantedNoise noise, int budget, long seed) {
        LinearProbe probe = LinearProbe.STANDARD;
        int classes = images.classes().size();
        int[] labels = noise.labels();
        List<float[][]> inputs = images.audit().inputs();
        List<int[]> folds = images.audit().divisions();
        double[][] first = probe.meanOutOfFold(inputs, labels, classes, folds);
        LabelEvidence audit = new LabelEvidence(labels, probe.noiseTolerant(inputs, labels, classes, folds));
        LabelEvidence single = new LabelEvidence(
                labels,
                probe.meanOutOfFold(
                        images.single().inputs(),
                        labels,
                        classes,
                        images.single().divisions()));
        List<Ranking> orders = List.of(
                Ranking.of(LabelRanking.NOISE_AWARE.of(audit)),
                Ranking.of(LabelRanking.SELF_CONFIDENCE.of(new LabelEvidence(labels, first))),
                Ranking.of(LabelRanking.SELF_CONFIDENCE.of(single)),
                new Ranking(RandomStream.of(seed, "random order").permutation(labels.length)));
        BitSet wrong = noise.wrong();
        double[] after = new double[orders.size()];
        for (int o = 0; o < after.length; o++) {
            int[] corrected = orders.get(o).corrected(noise, budget);
            boolean scored = o != 1;
            after[o] = scored
                    ? weightedF1(noise.truth(), probe.meanOutOfFold(inputs, corrected, classes, folds), classes)
                    : Double.NaN;
        }
        return new Trial(
                wrong.cardinality(),
                orders.stream()
                        .mapToDouble(order -> order.averagePrecision(wrong))
                        .toArray(),
                orders.stream()
                        .map(order -> IntStream.rangeClosed(1, budget / 100)
                                .map(hundred -> order.found(wrong, 100 * hundred))
                                .toArray())
                        .toArray(int[][]::new),
                weightedF1(noise.truth(), first, classes),
                after,
                estimates(audit, orders.get(0), wrong));
    }

    /** All of it in one line, for the log of a long study. */
    String line() {
        return planted + " planted, average precision " + Arrays.toString(precision) + ", found "
                + Arrays.deepToString(found) + ", weighted F1 " + before + " then " + Arrays.toString(after) + ", "
                + estimates;
    }

    private static double weightedF1(int[] truth, double[][] probabilities, int classes) {
        int[] predicted = new int[truth.length];
        LabelEvidence evidence = new LabelEvidence(truth, probabilities);
        Arrays.setAll(predicted, evidence::predicted);
        return ConfusionMatrix.of(truth, predicted, classes).weightedF1();
    }

    private static List<Estimate> estimates(LabelEvidence audit, Ranking order, BitSet wrong) {
        List<Estimate> estimates = new ArrayList<>();
        for (int looked : STAGES) {
            Outcome[] outcomes = new Outcome[audit.size()];
            Arrays.fill(outcomes, Outcome.UNSEEN);
            for (int k = 0; k < Math.min(looked, outcomes.length); k++) {
                int image = order.order()[k];
                outcomes[image] = wrong.get(image) ? Outcome.WRONG : Outcome.RIGHT;
            }
            RemainingErrors errors = RemainingErrors.of(audit, outcomes);
            estimates.add(new Estimate(
                    looked,
                    wrong.cardinality() - order.found(wrong, looked),
                    errors.remaining().value(),
                    errors.remaining().low(),
                    errors.remaining().high()));
        }
        return estimates;
    }
}
