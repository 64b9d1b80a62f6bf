package io.drydock.explore.label;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How often images of one class are labelled as another. The rates are read off where the probabilities are surest of a
 * class whatever the label says: there a differing label is nearly always a wrong one, as at the anchor points of Patrini et
 * al. (CVPR 2017). Rates that rest on few images are drawn towards the common rate, by a gamma prior whose strength the
 * counts themselves decide: even noise leaves the ranking as self-confidence has it, and a pair of classes that is often
 * confused by the labellers comes forward.
 *
 * @param rates [classes][classes] share of images of the class of the row that are labelled as the column; rows sum to 1
 * @param anchors [classes] images that each row rests on
 * @param wrongAnchors [classes][classes] those of them labelled as the column
 */
public record NoiseModel(double[][] rates, int[] anchors, int[][] wrongAnchors) {
    /** Share of the images predicted as a class that its rates are read off. Chosen on planted noise; see docs/cleaning.md. */
    private static final double ANCHOR_SHARE = 0.2;

    private static final int FEWEST_ANCHORS = 10;
    private static final double SMALLEST_RIGHT = 0.05;

    /** Reads the rates off labels and out-of-fold probabilities. */
    public static NoiseModel of(LabelEvidence evidence) {
        int classes = evidence.classes();
        int[][] counts = new int[classes][classes];
        int[] anchors = new int[classes];
        int[] predicted =
                IntStream.range(0, evidence.size()).map(evidence::predicted).toArray();
        for (int truth = 0; truth < classes; truth++) {
            int of = truth;
            int[] surest = IntStream.range(0, evidence.size())
                    .filter(i -> predicted[i] == of)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -evidence.probability(i, of)))
                    .mapToInt(Integer::intValue)
                    .toArray();
            int kept =
                    Math.min(surest.length, Math.max(FEWEST_ANCHORS, (int) Math.round(ANCHOR_SHARE * surest.length)));
            anchors[truth] = kept;
            for (int k = 0; k < kept; k++) {
                counts[truth][evidence.label(surest[k])]++;
            }
        }
        return new NoiseModel(PairRates.of(counts), anchors, counts);
    }

    /**
     * Probability of each class that an image of its label and probabilities truly belongs to it.
     *
     * @return [n][classes], rows summing to 1
     */
    public double[][] truth(LabelEvidence evidence) {
        double[][] truth = new double[evidence.size()][evidence.classes()];
        for (int i = 0; i < truth.length; i++) {
            double sum = 0;
            for (int c = 0; c < truth[i].length; c++) {
                truth[i][c] = rates[c][evidence.label(i)] * evidence.probability(i, c);
                sum += truth[i][c];
            }
            for (int c = 0; c < truth[i].length; c++) {
                truth[i][c] = sum > 0 ? truth[i][c] / sum : (c == evidence.label(i) ? 1 : 0);
            }
        }
        return truth;
    }

    /** Probability that each label is wrong, [n]. */
    public double[] wrong(LabelEvidence evidence) {
        double[][] truth = truth(evidence);
        double[] wrong = new double[truth.length];
        for (int i = 0; i < wrong.length; i++) {
            for (int c = 0; c < truth[i].length; c++) {
                wrong[i] += c == evidence.label(i) ? 0 : truth[i][c];
            }
        }
        return wrong;
    }

    /** Rates of pairs from their counts, small counts drawn towards the common rate. */
    private static final class PairRates {
        private PairRates() {}

        /** @param counts [classes][classes] images of the row's class labelled as the column */
        static double[][] of(int[][] counts) {
            int classes = counts.length;
            double common = common(counts);
            double strength = IntStream.rangeClosed(-2, 6)
                    .mapToObj(power -> Math.pow(2, power))
                    .max(Comparator.comparingDouble(candidate -> likelihood(counts, common, candidate)))
                    .orElse(1.0);
            double[][] rates = new double[classes][classes];
            for (int truth = 0; truth < classes; truth++) {
                double right = 1;
                double expected = sum(counts[truth]) * common;
                for (int label = 0; label < classes; label++) {
                    if (label != truth) {
                        rates[truth][label] = common * (counts[truth][label] + strength) / (expected + strength);
                        right -= rates[truth][label];
                    }
                }
                rates[truth][truth] = Math.max(right, SMALLEST_RIGHT);
            }
            return rates;
        }

        private static double common(int[][] counts) {
            double all = 0;
            double right = 0;
            for (int c = 0; c < counts.length; c++) {
                all += sum(counts[c]);
                right += counts[c][c];
            }
            return (all - right + 0.5) / (all + 1) / Math.max(1, counts.length - 1);
        }

        private static double sum(int[] counts) {
            return IntStream.of(counts).sum();
        }

        /** Log likelihood of the counts when rates vary about the common one by a gamma law of this shape. */
        private static double likelihood(int[][] counts, double common, double shape) {
            double total = 0;
            for (int truth = 0; truth < counts.length; truth++) {
                double expected = sum(counts[truth]) * common;
                for (int label = 0; label < counts.length; label++) {
                    if (label != truth && expected > 0) {
                        int count = counts[truth][label];
                        for (int k = 0; k < count; k++) {
                            total += Math.log(shape + k) - Math.log(k + 1);
                        }
                        total += shape * Math.log(shape / (shape + expected))
                                + count * Math.log(expected / (shape + expected));
                    }
                }
            }
            return total;
        }
    }
}
