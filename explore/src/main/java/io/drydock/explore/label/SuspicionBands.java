package io.drydock.explore.label;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Images in the order of suspicion, cut into bands: the most suspect in narrow ones, the others in ever wider ones.
 *
 * @param band [n] band of each image, 0 for the most suspect
 * @param odds [bands] mean log odds of a wrong label by {@link NoiseModel}, odds beyond a bound counted as the bound
 * @param doubt [bands] mean probability of the classes that are not given, in [0, 1]
 * @param sizes [bands] images
 * @param wrong [bands] labels found wrong, by rank or at random
 * @param right [bands] labels found right, by rank or at random
 * @param unseen [bands] labels nobody has judged
 */
record SuspicionBands(int[] band, double[] odds, double[] doubt, int[] sizes, int[] wrong, int[] right, int[] unseen) {
    private static final int FIRST = 8;
    private static final double GROWTH = 1.25;
    /** Log odds beyond these tell no more: out-of-fold probabilities are too sure of themselves at both ends. */
    private static final double HIGHEST_ODDS = 5;

    private static final double LOWEST_ODDS = -7;

    static SuspicionBands of(LabelEvidence evidence, double[] probabilityWrong, Outcome[] outcomes) {
        int[] order = IntStream.range(0, outcomes.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -probabilityWrong[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] ends = ends(outcomes.length);
        int bands = ends.length;
        SuspicionBands cut = new SuspicionBands(
                new int[outcomes.length],
                new double[bands],
                new double[bands],
                new int[bands],
                new int[bands],
                new int[bands],
                new int[bands]);
        int start = 0;
        for (int b = 0; b < bands; b++) {
            cut.sizes[b] = ends[b] - start;
            for (int k = start; k < ends[b]; k++) {
                cut.add(b, order[k], evidence, probabilityWrong[order[k]], outcomes[order[k]]);
            }
            cut.odds[b] /= cut.sizes[b];
            cut.doubt[b] /= cut.sizes[b];
            start = ends[b];
        }
        return cut;
    }

    /** Ends of the bands; a rest of less than half a band joins the one before it. */
    private static int[] ends(int images) {
        IntStream.Builder ends = IntStream.builder();
        double size = FIRST;
        int end = 0;
        while (end < images) {
            end += (int) Math.round(size);
            if (images - end < size / 2) {
                end = images;
            }
            ends.add(end);
            size *= end > FIRST ? GROWTH : 1;
        }
        return ends.build().toArray();
    }

    private void add(int place, int image, LabelEvidence evidence, double probabilityWrong, Outcome outcome) {
        band[image] = place;
        double bounded = Math.min(Math.max(probabilityWrong, 1e-9), 1 - 1e-9);
        odds[place] += Math.min(HIGHEST_ODDS, Math.max(LOWEST_ODDS, Math.log(bounded / (1 - bounded))));
        doubt[place] += 1 - evidence.probability(image, evidence.label(image));
        switch (outcome) {
            case UNSEEN -> unseen[place]++;
            case WRONG -> wrong[place]++;
            case RIGHT -> right[place]++;
            case PICKED_RIGHT, PICKED_WRONG -> {}
        }
    }

    int count() {
        return sizes.length;
    }

    /** Verdicts in bands of which less than half is judged: those on a sample, not on the head of the ranking. */
    int verdictsBeyondTheHead() {
        return beyondTheHead().map(b -> wrong[b] + right[b]).sum();
    }

    /** How many of them say that the label is wrong. */
    int wrongBeyondTheHead() {
        return beyondTheHead().map(b -> wrong[b]).sum();
    }

    private IntStream beyondTheHead() {
        return IntStream.range(0, count()).filter(b -> wrong[b] + right[b] < (sizes[b] + 1) / 2);
    }

    /** Verdicts in all. */
    int verdicts() {
        return IntStream.of(wrong).sum() + IntStream.of(right).sum();
    }
}
