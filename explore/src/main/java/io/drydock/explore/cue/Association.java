package io.drydock.explore.cue;

import io.drydock.core.statistic.Hypergeometric;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * A trait that is far more common in one class than in the set: a shortcut that a network may take.
 *
 * @param trait such as {@code near-gray}
 * @param label class index
 * @param hits images of the class that have the trait
 * @param matching images that have it
 * @param ofClass images of the class
 * @param total images
 * @param pValue chance of so many hits were trait and class unrelated (Fisher's exact test), times the number of pairs
 *     looked at (Bonferroni); at most 1
 */
public record Association(String trait, int label, int hits, int matching, int ofClass, int total, double pValue) {
    private static final double LEVEL = 0.001;
    private static final double NOTABLE_LIFT = 1.5;
    private static final int LEAST_HITS = 10;

    /** Share of the images with the trait that are of the class, in [0, 1]. */
    public double precision() {
        return (double) hits / matching;
    }

    /** Share of the class that has the trait, in [0, 1]. */
    public double coverage() {
        return (double) hits / ofClass;
    }

    /** How many times more common the class is among images with the trait than in the set. */
    public double lift() {
        return precision() / ((double) ofClass / total);
    }

    /** A trait and the images that have it. */
    public record Trait(String name, BitSet rows) {}

    /**
     * Pairs of trait and class that are surely related and strongly so, the strongest first: by images beyond expectation.
     *
     * @param labels [n] class indices
     */
    public static List<Association> find(List<Trait> traits, int[] labels, int classes) {
        int[] sizes = new int[classes];
        for (int label : labels) {
            sizes[label]++;
        }
        List<Association> found = new ArrayList<>();
        for (Trait trait : traits) {
            int[] hits = new int[classes];
            trait.rows().stream().forEach(row -> hits[labels[row]]++);
            int matching = trait.rows().cardinality();
            for (int c = 0; c < classes; c++) {
                if (hits[c] >= LEAST_HITS) {
                    double p = Hypergeometric.atLeast(hits[c], matching, sizes[c], labels.length);
                    Association pair = new Association(
                            trait.name(),
                            c,
                            hits[c],
                            matching,
                            sizes[c],
                            labels.length,
                            Math.min(1, p * traits.size() * classes));
                    if (pair.pValue() < LEVEL && pair.lift() >= NOTABLE_LIFT) {
                        found.add(pair);
                    }
                }
            }
        }
        found.sort(Comparator.comparingDouble(Association::surplus).reversed());
        return List.copyOf(found);
    }

    /** Images beyond what chance would give. */
    public double surplus() {
        return hits - (double) matching * ofClass / total;
    }
}
