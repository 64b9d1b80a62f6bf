package io.drydock.explore.cue;

import io.drydock.core.metric.Measured;
import io.drydock.core.random.RandomStream;
import io.drydock.core.statistic.NormalQuantile;
import java.util.Arrays;
import java.util.List;

/**
 * How well one measure alone predicts the class: its range is cut into bins, each bin answers its most frequent class, and
 * images are judged by bins that did not count them.
 *
 * @param name of the measure
 * @param accuracy share answered right, in [0, 1]
 * @param majority share of the largest class, which always answering it gets right, in [0, 1]
 * @param gain accuracy - majority, with an interval of the paired difference
 * @param balanced mean over classes of the share of the class ranked right by odds over its base rate, in [0, 1]; 1 /
 *     classes when the measure tells nothing; with an interval. The intervals of both figures of all measures looked at hold
 *     at once with 95 % (Bonferroni)
 * @param chance what {@code balanced} is when the measure tells nothing
 * @param pValue chance that, were labels and measures unrelated, any of the measures would predict as well, in (0, 1]
 */
public record Cue(
        String name, double accuracy, double majority, Measured gain, Measured balanced, double chance, double pValue) {
    /** Below the 5 % that are promised, so that a count over a few hundred sets does not exceed it by chance. */
    private static final double LEVEL = 0.02;

    private static final double NOTABLE_GAIN = 0.01;
    private static final double NOTABLE_LIFT = 1.2;

    /**
     * Measures the cues among several measures. Every image is judged against one class, the largest of all: the largest of
     * the other folds would be the rarest of the fold that is judged.
     *
     * @param labels [n] class indices
     * @param folds [n] fold of each image, from 0; copies must share one
     * @return one for each measure, in their order
     */
    public static List<Cue> among(List<Measure> measures, int[] labels, int classes, int[] folds) {
        List<BinnedMeasure> binned = measures.stream()
                .map(measure -> BinnedMeasure.of(measure, folds, classes))
                .toList();
        double reach = NormalQuantile.simultaneous(2
                * Math.max(
                        1, (int) binned.stream().filter(BinnedMeasure::varies).count()));
        List<Told> told = binned.stream().map(measure -> measure.told(labels)).toList();
        double[] pValues = new CuePermutations(binned).pValues(labels, told, RandomStream.of(0, "cues"));
        int[] sizes = Told.sizes(labels, classes);
        double majority = (double) Arrays.stream(sizes).max().orElse(0) / Math.max(1, labels.length);
        double chance =
                1.0 / Math.max(1, Arrays.stream(sizes).filter(size -> size > 0).count());
        Cue[] cues = new Cue[binned.size()];
        for (int m = 0; m < cues.length; m++) {
            cues[m] = new Cue(
                    measures.get(m).name(),
                    told.get(m).accuracy(),
                    majority,
                    told.get(m).gain(reach),
                    told.get(m).balanced(reach),
                    chance,
                    pValues[m]);
        }
        return List.of(cues);
    }

    /** Whether the measure surely predicts the class better than nothing, and by enough to matter. */
    public boolean notable() {
        boolean gains = gain.value() > NOTABLE_GAIN && gain.low() > 0;
        boolean tells = balanced.value() > NOTABLE_LIFT * chance && balanced.low() > chance;
        return pValue <= LEVEL && (gains || tells);
    }
}
