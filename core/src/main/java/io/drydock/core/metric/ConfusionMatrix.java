package io.drydock.core.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts [given label][predicted class], and the scores that follow from them exactly as scikit-learn has them: a ratio
 * with denominator 0 is 0, and a class that is neither given nor predicted does not count in a macro average.
 * Safe for use by many threads.
 */
public final class ConfusionMatrix {
    private final int[] cells;
    private final int classes;

    private ConfusionMatrix(int[] cells, int classes) {
        this.cells = cells;
        this.classes = classes;
    }

    /**
     * Counts label against prediction.
     *
     * @param labels given class indexes [n]
     * @param predicted class indexes [n]
     */
    public static ConfusionMatrix of(int[] labels, int[] predicted, int classes) {
        if (labels.length != predicted.length) {
            throw new IllegalArgumentException(labels.length + " labels for " + predicted.length + " predictions");
        }
        int[] cells = new int[classes * classes];
        for (int i = 0; i < labels.length; i++) {
            cells[labels[i] * classes + predicted[i]]++;
        }
        return new ConfusionMatrix(cells, classes);
    }

    /**
     * A matrix of known counts.
     *
     * @param counts [classes][classes], rows = given label
     */
    public static ConfusionMatrix of(int[][] counts) {
        int[] cells = new int[counts.length * counts.length];
        for (int i = 0; i < counts.length; i++) {
            System.arraycopy(counts[i], 0, cells, i * counts.length, counts.length);
        }
        return new ConfusionMatrix(cells, counts.length);
    }

    /** A matrix over row-major cells that are counted on, without copying. */
    static ConfusionMatrix over(int[] cells, int classes) {
        return new ConfusionMatrix(cells, classes);
    }

    public int classes() {
        return classes;
    }

    public int count(int label, int predicted) {
        return cells[label * classes + predicted];
    }

    /** Rows of counts, rows = given label. */
    public List<List<Integer>> counts() {
        List<List<Integer>> rows = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            rows.add(
                    Arrays.stream(cells, i * classes, (i + 1) * classes).boxed().toList());
        }
        return List.copyOf(rows);
    }

    /** Share of the images of a given label that got this prediction, 0 for a label without images. */
    public double rate(int label, int predicted) {
        return ratio(count(label, predicted), support(label));
    }

    /** Images counted. */
    public int n() {
        return Arrays.stream(cells).sum();
    }

    /** Images with this given label. */
    public int support(int label) {
        int sum = 0;
        for (int j = 0; j < classes; j++) {
            sum += cells[label * classes + j];
        }
        return sum;
    }

    /** Images with this prediction. */
    public int predictions(int predicted) {
        int sum = 0;
        for (int i = 0; i < classes; i++) {
            sum += cells[i * classes + predicted];
        }
        return sum;
    }

    public double accuracy() {
        int right = 0;
        for (int c = 0; c < classes; c++) {
            right += count(c, c);
        }
        return ratio(right, n());
    }

    public double precision(int c) {
        return ratio(count(c, c), predictions(c));
    }

    public double recall(int c) {
        return ratio(count(c, c), support(c));
    }

    /** Harmonic mean of precision and recall: 2 TP / (2 TP + FP + FN). */
    public double f1(int c) {
        return ratio(2 * count(c, c), support(c) + predictions(c));
    }

    /** Mean of the classes' F1, weighted by support. */
    public double weightedF1() {
        double sum = 0;
        int n = 0;
        for (int c = 0; c < classes; c++) {
            int support = support(c);
            sum += support * f1(c);
            n += support;
        }
        return n == 0 ? 0 : sum / n;
    }

    /** Plain mean of F1 over the classes that are given or predicted at all. */
    public double macroF1() {
        double sum = 0;
        int present = 0;
        for (int c = 0; c < classes; c++) {
            if (support(c) + predictions(c) > 0) {
                sum += f1(c);
                present++;
            }
        }
        return present == 0 ? 0 : sum / present;
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
