package io.drydock.explore.label;

/** What orders images from the most to the least suspect label; all in [0, 1], low = suspect. */
public enum LabelRanking {
    /**
     * One minus the probability that the label is wrong when classes are mistaken for each other at the rates that the
     * labels themselves show ({@link NoiseModel}).
     */
    NOISE_AWARE {
        @Override
        public double[] of(LabelEvidence evidence) {
            double[] scores = NoiseModel.of(evidence).wrong(evidence);
            for (int i = 0; i < scores.length; i++) {
                scores[i] = 1 - scores[i];
            }
            return scores;
        }
    },
    /** Probability of the given label. */
    SELF_CONFIDENCE {
        @Override
        public double[] of(LabelEvidence evidence) {
            return LabelScore.SELF_CONFIDENCE.of(evidence);
        }
    },
    /** Its lead over the largest other. */
    NORMALIZED_MARGIN {
        @Override
        public double[] of(LabelEvidence evidence) {
            return LabelScore.NORMALIZED_MARGIN.of(evidence);
        }
    },
    /** Self-confidence weighted by entropy. */
    CONFIDENCE_WEIGHTED_ENTROPY {
        @Override
        public double[] of(LabelEvidence evidence) {
            return LabelScore.CONFIDENCE_WEIGHTED_ENTROPY.of(evidence);
        }
    };

    /** Scores of all examples, [n]. */
    public abstract double[] of(LabelEvidence evidence);
}
