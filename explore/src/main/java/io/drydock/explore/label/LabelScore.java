package io.drydock.explore.label;

/** How much a given label is to be believed, in [0, 1]; low means suspect (Kuan and Mueller, arXiv:2207.09418). */
public enum LabelScore {
    /** Probability of the given label. */
    SELF_CONFIDENCE {
        @Override
        public double[] of(LabelEvidence evidence) {
            double[] scores = new double[evidence.size()];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = evidence.probability(i, evidence.label(i));
            }
            return scores;
        }
    },
    /** (probability of the given label - largest other + 1) / 2. */
    NORMALIZED_MARGIN {
        @Override
        public double[] of(LabelEvidence evidence) {
            double[] scores = new double[evidence.size()];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = (evidence.probability(i, evidence.label(i)) - largestOther(evidence, i) + 1) / 2;
            }
            return scores;
        }
    },
    /**
     * log(1 + r) / r for r = normalized entropy / self-confidence, where the divisor is at least 1e-6. So a row that is
     * exactly certain scores 0, as in cleanlab, and this score is not for probabilities that reach 1.
     */
    CONFIDENCE_WEIGHTED_ENTROPY {
        @Override
        public double[] of(LabelEvidence evidence) {
            double[] scores = new double[evidence.size()];
            for (int i = 0; i < scores.length; i++) {
                double confidence = Math.max(evidence.probability(i, evidence.label(i)), SMALLEST);
                double ratio = entropy(evidence, i) / confidence;
                scores[i] = Math.log(ratio + 1) / Math.max(ratio, SMALLEST);
            }
            return scores;
        }
    };

    private static final double SMALLEST = 1e-6;

    /** Scores of all examples, [n]. */
    public abstract double[] of(LabelEvidence evidence);

    private static double largestOther(LabelEvidence evidence, int i) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < evidence.classes(); c++) {
            if (c != evidence.label(i)) {
                largest = Math.max(largest, evidence.probability(i, c));
            }
        }
        return largest;
    }

    private static double entropy(LabelEvidence evidence, int i) {
        double sum = 0;
        for (int c = 0; c < evidence.classes(); c++) {
            double p = evidence.probability(i, c);
            sum -= p > 0 ? p * Math.log(p) : 0;
        }
        return sum / Math.log(evidence.classes());
    }
}
