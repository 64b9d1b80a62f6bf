package io.drydock.bench.label;

import java.util.List;
import java.util.Locale;

/**
 * A way in which labels are made wrong.
 *
 * @param even whether any class may be taken for any other; else the two of {@code pair} are taken for each other
 * @param share of the labels, or of the labels of the two classes, that become wrong
 */
record NoiseKind(boolean even, double share) {
    /** What the study plants. */
    static final List<NoiseKind> ALL = List.of(
            new NoiseKind(true, 0.05),
            new NoiseKind(true, 0.10),
            new NoiseKind(true, 0.20),
            new NoiseKind(false, 0.10),
            new NoiseKind(false, 0.20));

    /**
     * Labels with this noise.
     *
     * @param pair class indices of the two that are confused
     */
    PlantedNoise plant(int[] truth, int classes, int[] pair, long seed) {
        return even
                ? PlantedNoise.even(truth, classes, share, seed)
                : PlantedNoise.between(truth, pair[0], pair[1], share, seed);
    }

    /** In words. */
    String name(List<String> names, int[] pair) {
        return even
                ? String.format(Locale.ROOT, "even, %.0f %%", 100 * share)
                : String.format(Locale.ROOT, "%s-%s, %.0f %%", names.get(pair[0]), names.get(pair[1]), 100 * share);
    }
}
