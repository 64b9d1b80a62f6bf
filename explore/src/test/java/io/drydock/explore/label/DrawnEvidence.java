package io.drydock.explore.label;

import io.drydock.core.random.RandomStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Labels with planted errors beside the probabilities of a good classifier that has not seen them.
 *
 * @param wrong positions of the planted errors
 */
record DrawnEvidence(LabelEvidence evidence, int[] truth, BitSet wrong) {
    static final int CLASSES = 4;

    /** A share of all labels is wrong, any class for any other. */
    static DrawnEvidence even(int n, double share, long seed) {
        return drawn(
                n,
                seed,
                (truth, random) -> random.chance(share) ? (truth + 1 + random.nextInt(CLASSES - 1)) % CLASSES : truth);
    }

    /** A share of class 0 is labelled 3. */
    static DrawnEvidence ofOnePair(int n, double share, long seed) {
        return drawn(n, seed, (truth, random) -> truth == 0 && random.chance(share) ? 3 : truth);
    }

    private interface Labeling {
        int of(int truth, RandomStream random);
    }

    private static DrawnEvidence drawn(int n, long seed, Labeling labeling) {
        RandomStream random = RandomStream.of(seed, "drawn evidence");
        int[] truth = new int[n];
        int[] labels = new int[n];
        double[][] probabilities = new double[n][CLASSES];
        BitSet wrong = new BitSet();
        for (int i = 0; i < n; i++) {
            truth[i] = i % CLASSES;
            labels[i] = labeling.of(truth[i], random);
            wrong.set(i, labels[i] != truth[i]);
            double sum = 0;
            for (int c = 0; c < CLASSES; c++) {
                probabilities[i][c] = Math.exp((c == truth[i] ? 4 : 0) + 1.5 * random.nextGaussian());
                sum += probabilities[i][c];
            }
            for (int c = 0; c < CLASSES; c++) {
                probabilities[i][c] /= sum;
            }
        }
        return new DrawnEvidence(new LabelEvidence(labels, probabilities), truth, wrong);
    }

    /** Outcomes for a reviewer who knows the truth and looks at the most suspect first. */
    Outcome[] reviewed(double[] scores, int looked) {
        Outcome[] outcomes = new Outcome[truth.length];
        Arrays.fill(outcomes, Outcome.UNSEEN);
        IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .limit(looked)
                .forEach(i -> outcomes[i] = wrong.get(i) ? Outcome.WRONG : Outcome.RIGHT);
        return outcomes;
    }

    /** Planted errors among the lowest scores, as many as were planted. */
    int foundAtTheTop(double[] scores) {
        return (int) IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .limit(wrong.cardinality())
                .filter(wrong::get)
                .count();
    }
}
