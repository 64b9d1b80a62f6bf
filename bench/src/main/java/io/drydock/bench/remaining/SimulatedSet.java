package io.drydock.bench.remaining;

import io.drydock.core.random.RandomStream;
import io.drydock.explore.label.ConfidentJoint;
import io.drydock.explore.label.LabelEvidence;
import io.drydock.explore.label.LabelFilter;
import io.drydock.explore.label.LabelRanking;
import io.drydock.explore.label.Outcome;
import io.drydock.explore.probe.LinearProbe;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Labels with planted errors, out-of-fold probabilities, and the order in which the audit shows them.
 *
 * @param wrong positions of the planted errors
 * @param order [n] the most suspect first
 * @param listed what the audit lists as a label issue
 */
record SimulatedSet(LabelEvidence evidence, BitSet wrong, int[] order, BitSet listed) {
    private static final double WORTH_A_LOOK = 0.05;
    private static final int FEATURES = 24;
    private static final int CLASSES = 4;
    private static final int FOLDS = 5;

    /** Rows drawn from recorded out-of-fold probabilities, whose labels count as the truth. */
    static SimulatedSet recorded(LabelEvidence all, int n, Errors errors, double share, long seed) {
        RandomStream random = RandomStream.of(seed, "recorded set");
        int[] rows = random.permutation(all.size());
        int[] truth = new int[n];
        double[][] probabilities = new double[n][];
        for (int i = 0; i < n; i++) {
            truth[i] = all.label(rows[i]);
            probabilities[i] = all.probabilities()[rows[i]];
        }
        int[] labels = errors.plant(truth, probabilities, (int) Math.round(share * n), random);
        return of(truth, new LabelEvidence(labels, probabilities));
    }

    /**
     * Normal features about a center of each class, and the probabilities of the noise-tolerant linear probe.
     *
     * @param distance of the centers from each other, in deviations, about
     */
    static SimulatedSet drawn(int n, double distance, Errors errors, double share, long seed) {
        RandomStream random = RandomStream.of(seed, "drawn set");
        double[][] centers = new double[CLASSES][FEATURES];
        for (double[] center : centers) {
            Arrays.setAll(center, j -> distance / Math.sqrt(2.0 * FEATURES) * random.nextGaussian());
        }
        int[] truth = new int[n];
        float[][] features = new float[n][FEATURES];
        double[][] belief = new double[n][];
        for (int i = 0; i < n; i++) {
            truth[i] = random.nextInt(CLASSES);
            for (int j = 0; j < FEATURES; j++) {
                features[i][j] = (float) ((centers[truth[i]][j] + random.nextGaussian()) / Math.sqrt(FEATURES));
            }
            belief[i] = belief(features[i], centers);
        }
        int[] labels = errors.plant(truth, belief, (int) Math.round(share * n), random);
        int[] folds = new int[n];
        int[] places = random.permutation(n);
        for (int i = 0; i < n; i++) {
            folds[places[i]] = i % FOLDS;
        }
        double[][] probabilities = LinearProbe.STANDARD.noiseTolerant(
                List.<float[][]>of(features), labels, CLASSES, List.<int[]>of(folds));
        return of(truth, new LabelEvidence(labels, probabilities));
    }

    private static double[] belief(float[] features, double[][] centers) {
        double[] belief = new double[centers.length];
        double sum = 0;
        for (int c = 0; c < centers.length; c++) {
            double squared = 0;
            for (int j = 0; j < features.length; j++) {
                double difference = features[j] * Math.sqrt(features.length) - centers[c][j];
                squared += difference * difference;
            }
            belief[c] = Math.exp(-squared / 2);
            sum += belief[c];
        }
        for (int c = 0; c < belief.length; c++) {
            belief[c] /= sum;
        }
        return belief;
    }

    private static SimulatedSet of(int[] truth, LabelEvidence evidence) {
        double[] scores = LabelRanking.NOISE_AWARE.of(evidence);
        BitSet wrong = new BitSet();
        BitSet listed = LabelFilter.PRUNE_BY_NOISE_RATE.flagged(evidence, ConfidentJoint.of(evidence));
        for (int i = 0; i < truth.length; i++) {
            wrong.set(i, truth[i] != evidence.label(i));
            if (1 - scores[i] >= WORTH_A_LOOK) {
                listed.set(i);
            }
        }
        int[] order = IntStream.range(0, truth.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new SimulatedSet(evidence, wrong, order, listed);
    }

    /**
     * What a person who knows the truth finds in so many looks: by rank, every so-many-th look at an image drawn from those
     * that are not listed.
     *
     * @param every 3 for each third look at random; 0 for none
     */
    Outcome[] reviewed(int looks, int every, long seed) {
        Outcome[] outcomes = new Outcome[order.length];
        Arrays.fill(outcomes, Outcome.UNSEEN);
        int[] sample = IntStream.of(RandomStream.of(seed, "random sample").permutation(order.length))
                .filter(i -> !listed.get(i))
                .toArray();
        for (int look = 1; look <= Math.min(looks, order.length); look++) {
            boolean random = every > 0 && look % every == 0;
            int image = random ? next(sample, outcomes) : next(order, outcomes);
            image = image >= 0 ? image : next(order, outcomes);
            outcomes[image] = wrong.get(image) ? Outcome.WRONG : Outcome.RIGHT;
        }
        return outcomes;
    }

    private static int next(int[] images, Outcome[] outcomes) {
        return IntStream.of(images)
                .filter(i -> outcomes[i] == Outcome.UNSEEN)
                .findFirst()
                .orElse(-1);
    }

    /** Wrong labels that nobody has judged. */
    int left(Outcome[] outcomes) {
        return (int) wrong.stream().filter(i -> outcomes[i] == Outcome.UNSEEN).count();
    }
}
