package io.drydock.explore.label;

import io.drydock.core.metric.Measured;
import java.util.Arrays;
import java.util.List;

/**
 * How many given labels are wrong, and how many of those nobody has judged yet, with 95 % intervals. What is assumed: the share
 * of wrong labels changes steadily from the most to the least suspect image, in steps whose size the verdicts decide; nowhere
 * does the model need to be right about how many are wrong. Without verdicts the interval is wide, and the reviewed head of the
 * ranking alone leaves it wide where errors may sit on hard images. Verdicts on a random sample narrow it.
 *
 * @param total wrong labels in all, those already found among them
 * @param remaining wrong labels among images not judged
 * @param pairs expected wrong labels of each (given, true) pair of classes, most first; pairs below one half are left out
 * @param wrong [n] probability that each label is wrong; 0 or 1 where somebody has judged it
 * @param judged verdicts that it rests on
 * @param sampled those of them beyond the head of the ranking, where less than half of the images is judged
 */
public record RemainingErrors(
        Measured total, Measured remaining, List<PairErrors> pairs, double[] wrong, int judged, int sampled) {
    /** Width of an interval, as a share of the images, from which the data do not tell how many are left. */
    private static final double WIDE = 0.1;

    public RemainingErrors {
        pairs = List.copyOf(pairs);
    }

    /** The estimate when nobody has looked yet. */
    public static RemainingErrors of(LabelEvidence evidence) {
        Outcome[] outcomes = new Outcome[evidence.size()];
        Arrays.fill(outcomes, Outcome.UNSEEN);
        return of(evidence, outcomes);
    }

    /**
     * The estimate with what was found so far.
     *
     * @param evidence with the labels as they were before anybody looked
     * @param outcomes [n]
     */
    public static RemainingErrors of(LabelEvidence evidence, Outcome[] outcomes) {
        if (outcomes.length != evidence.size()) {
            throw new IllegalArgumentException(outcomes.length + " outcomes for " + evidence.size() + " labels");
        }
        return new ErrorPosterior(evidence, outcomes).errors();
    }

    /** Whether the interval is so wide that nothing of use is known: more than a tenth of the images. */
    public boolean isWide() {
        return remaining.high() - remaining.low() > WIDE * wrong.length;
    }

    /**
     * Wrong labels to expect among the images at these positions, for "about N wrong labels in the next 100".
     *
     * @param positions indices of images
     */
    public double expectedAmong(int[] positions) {
        return Arrays.stream(positions).mapToDouble(i -> wrong[i]).sum();
    }
}
