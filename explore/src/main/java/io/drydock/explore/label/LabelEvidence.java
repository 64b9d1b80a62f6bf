package io.drydock.explore.label;

/**
 * Given labels beside out-of-sample probabilities, the input of every label-issue method.
 *
 * @param labels [n] class indices
 * @param probabilities [n][classes], rows summing to 1; they must come from models that did not train on their image
 */
public record LabelEvidence(int[] labels, double[][] probabilities) {
    private static final double TIE = 1e-6;

    public LabelEvidence {
        if (labels.length != probabilities.length || labels.length == 0) {
            throw new IllegalArgumentException(
                    labels.length + " labels for " + probabilities.length + " rows of probabilities");
        }
        labels = labels.clone();
        probabilities = probabilities.clone();
    }

    public int size() {
        return labels.length;
    }

    public int classes() {
        return probabilities[0].length;
    }

    public int label(int i) {
        return labels[i];
    }

    public double probability(int i, int classIndex) {
        return probabilities[i][classIndex];
    }

    /** Index of the largest probability of row i, the first on a tie. */
    public int predicted(int i) {
        int best = 0;
        for (int c = 1; c < classes(); c++) {
            if (probabilities[i][c] > probabilities[i][best]) {
                best = c;
            }
        }
        return best;
    }

    /** Whether the given label of row i has the largest probability, or ties with it within 1e-6. */
    boolean nearlyPredicted(int i) {
        double raised = probabilities[i][labels[i]] + TIE;
        for (int c = 0; c < classes(); c++) {
            double other = probabilities[i][c];
            if (c < labels[i] ? other >= raised : c > labels[i] && other > raised) {
                return false;
            }
        }
        return true;
    }

    /** Number of examples with each given label. */
    public int[] labelCounts() {
        int[] counts = new int[classes()];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }
}
