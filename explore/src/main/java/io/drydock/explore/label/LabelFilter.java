package io.drydock.explore.label;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which examples are called mislabelled, as cleanlab 2.9.0 defines it. An example is never flagged when its label is the most
 * probable class, or ties with it within 1e-6. Among examples of equal score at the end of a pruned list the first ones are
 * flagged; cleanlab leaves that choice to its sort, whose result depends on the CPU.
 */
public enum LabelFilter {
    /** For each (given i, suggested j) the estimated number of examples with the largest p_j - p_i. */
    PRUNE_BY_NOISE_RATE {
        @Override
        BitSet candidates(LabelEvidence evidence, ConfidentJoint joint) {
            BitSet flagged = new BitSet();
            for (int given = 0; given < evidence.classes(); given++) {
                for (int other = 0; other < evidence.classes(); other++) {
                    if (other != given) {
                        int from = given;
                        int to = other;
                        mark(
                                flagged,
                                evidence,
                                given,
                                joint.pruned(given, other),
                                i -> evidence.probability(i, from) - evidence.probability(i, to));
                    }
                }
            }
            return flagged;
        }
    },
    /** Per class the estimated number of wrong labels, those of lowest self-confidence. */
    PRUNE_BY_CLASS {
        @Override
        BitSet candidates(LabelEvidence evidence, ConfidentJoint joint) {
            BitSet flagged = new BitSet();
            int[] sizes = evidence.labelCounts();
            for (int given = 0; given < evidence.classes(); given++) {
                int from = given;
                int wrong = sizes[given] - Math.max(1, joint.calibrated()[given][given]);
                mark(flagged, evidence, given, wrong, i -> evidence.probability(i, from));
            }
            return flagged;
        }
    },
    /** What both prunings flag. */
    BOTH {
        @Override
        BitSet candidates(LabelEvidence evidence, ConfidentJoint joint) {
            BitSet flagged = PRUNE_BY_NOISE_RATE.candidates(evidence, joint);
            flagged.and(PRUNE_BY_CLASS.candidates(evidence, joint));
            return flagged;
        }
    },
    /** Off-diagonal members of the confident joint. */
    CONFIDENT_LEARNING {
        @Override
        BitSet candidates(LabelEvidence evidence, ConfidentJoint joint) {
            BitSet flagged = new BitSet();
            for (int i = 0; i < evidence.size(); i++) {
                flagged.set(i, joint.suggested()[i] >= 0 && joint.suggested()[i] != evidence.label(i));
            }
            return flagged;
        }
    },
    /** The most probable class is not the given one. */
    PREDICTED_NEQ_GIVEN {
        @Override
        BitSet candidates(LabelEvidence evidence, ConfidentJoint joint) {
            BitSet flagged = new BitSet();
            flagged.set(0, evidence.size());
            return flagged;
        }
    };

    private interface Score {
        double of(int i);
    }

    abstract BitSet candidates(LabelEvidence evidence, ConfidentJoint joint);

    /** Positions of the flagged examples, ascending. */
    public BitSet flagged(LabelEvidence evidence, ConfidentJoint joint) {
        BitSet flagged = candidates(evidence, joint);
        for (int i = flagged.nextSetBit(0); i >= 0; i = flagged.nextSetBit(i + 1)) {
            if (evidence.nearlyPredicted(i)) {
                flagged.clear(i);
            }
        }
        return flagged;
    }

    /** Flags the {@code count} examples labelled {@code given} with the lowest score. */
    private static void mark(BitSet flagged, LabelEvidence evidence, int given, int count, Score score) {
        List<Integer> ofClass = IntStream.range(0, evidence.size())
                .filter(i -> evidence.label(i) == given)
                .boxed()
                .sorted(Comparator.comparingDouble(score::of))
                .toList();
        // A class always keeps one example.
        for (int k = 0; k < Math.min(count, ofClass.size() - 1); k++) {
            flagged.set(ofClass.get(k));
        }
    }
}
