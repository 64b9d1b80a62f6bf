package io.drydock.infer.predict;

/** Logits to probabilities. */
public final class Softmax {
    private Softmax() {}

    /**
     * Probabilities of a row of logits, in double precision; they sum to 1.
     *
     * @param classes numbers of the row to read
     */
    public static double[] of(float[] logits, int classes) {
        double max = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            max = Math.max(max, logits[c]);
        }
        double[] probabilities = new double[classes];
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            probabilities[c] = Math.exp(logits[c] - max);
            sum += probabilities[c];
        }
        for (int c = 0; c < classes; c++) {
            probabilities[c] /= sum;
        }
        return probabilities;
    }
}
