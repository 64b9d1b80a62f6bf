package io.drydock.explore.label;

import io.drydock.core.metric.Measured;
import java.util.Arrays;
import java.util.List;

/**
 * How many given labels are wrong, and how many of those nobody has looked at yet, with 95 % intervals. Before anybody looks it
 * rests on the rates of {@link NoiseModel}; every verdict corrects it.
 *
 * @param total wrong labels in all, those already found among them
 * @param remaining wrong labels among images not looked at
 * @param pairs expected wrong labels of each (given, true) pair of classes, most first; pairs below one half are left out
 * @param wrong [n] probability that each label is wrong; 0 or 1 where somebody has looked
 */
public record RemainingErrors(Measured total, Measured remaining, List<PairErrors> pairs, double[] wrong) {
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

    /**
     * Wrong labels to expect among the images at these positions, for "about N wrong labels in the next 100".
     *
     * @param positions indices of images
     */
    public double expectedAmong(int[] positions) {
        return Arrays.stream(positions).mapToDouble(i -> wrong[i]).sum();
    }
}
