package io.drydock.bench.label;

import io.drydock.core.random.RandomStream;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Labels of which some were made wrong.
 *
 * @param truth [n] class indices as delivered
 * @param labels [n] the same with the planted errors
 */
record PlantedNoise(int[] truth, int[] labels) {
    /** A share of all labels, each replaced by one of the other classes, all as likely. */
    static PlantedNoise even(int[] truth, int classes, double share, long seed) {
        int[] labels = truth.clone();
        RandomStream random = RandomStream.of(seed, "even label noise");
        int[] order = random.permutation(labels.length);
        int wrong = (int) Math.round(share * labels.length);
        for (int k = 0; k < wrong; k++) {
            labels[order[k]] = (labels[order[k]] + 1 + random.nextInt(classes - 1)) % classes;
        }
        return new PlantedNoise(truth, labels);
    }

    /** A share of each of two classes, labelled as the other one. */
    static PlantedNoise between(int[] truth, int one, int other, double share, long seed) {
        int[] labels = truth.clone();
        RandomStream random = RandomStream.of(seed, "label noise between two classes");
        for (int from : new int[] {one, other}) {
            int[] members = IntStream.range(0, truth.length)
                    .filter(i -> truth[i] == from)
                    .toArray();
            int[] order = random.permutation(members.length);
            int wrong = (int) Math.round(share * members.length);
            for (int k = 0; k < wrong; k++) {
                labels[members[order[k]]] = from == one ? other : one;
            }
        }
        return new PlantedNoise(truth, labels);
    }

    /** Positions of the planted errors. */
    BitSet wrong() {
        BitSet wrong = new BitSet();
        for (int i = 0; i < labels.length; i++) {
            wrong.set(i, labels[i] != truth[i]);
        }
        return wrong;
    }
}
