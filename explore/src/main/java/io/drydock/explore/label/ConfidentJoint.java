package io.drydock.explore.label;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Counts of (given label, confidently suggested class), after Northcutt, Jiang and Chuang, "Confident learning" (JAIR 2021).
 *
 * @param thresholds [classes] mean probability of class j over the examples labelled j
 * @param uncalibrated [classes][classes] confident counts, row = given label
 * @param calibrated the same scaled so that rows sum to the label counts and all to n, in whole numbers
 * @param suggested [n] the confidently suggested class of each example, or -1
 */
public record ConfidentJoint(double[] thresholds, int[][] uncalibrated, int[][] calibrated, int[] suggested) {
    private static final double SLACK = 1e-6;
    private static final double LEAST_THRESHOLD = 2e-6;
    private static final double UNREACHABLE = 2;

    public static ConfidentJoint of(LabelEvidence evidence) {
        double[] thresholds = thresholds(evidence);
        int classes = evidence.classes();
        int[][] counts = new int[classes][classes];
        int[] suggested = new int[evidence.size()];
        for (int i = 0; i < evidence.size(); i++) {
            suggested[i] = confident(evidence, thresholds, i);
            if (suggested[i] >= 0) {
                counts[evidence.label(i)][suggested[i]]++;
            }
        }
        for (int c = 0; c < classes; c++) {
            counts[c][c] = Math.max(counts[c][c], 1);
        }
        return new ConfidentJoint(thresholds, counts, calibrated(counts, evidence.labelCounts()), suggested);
    }

    /**
     * How many examples of a given label pruning takes for another class: the calibrated count, less what the class needs to
     * keep one example.
     */
    int pruned(int given, int other) {
        int[] row = calibrated[given];
        int kept = Math.max(1, row[given]) - row[given];
        long others = IntStream.of(row).filter(count -> count != 0).count() - 1;
        return (int) Math.max(0, row[other] - (double) kept / Math.max(1, others));
    }

    private static double[] thresholds(LabelEvidence evidence) {
        double[] sums = new double[evidence.classes()];
        for (int i = 0; i < evidence.size(); i++) {
            sums[evidence.label(i)] += evidence.probability(i, evidence.label(i));
        }
        int[] counts = evidence.labelCounts();
        for (int c = 0; c < sums.length; c++) {
            sums[c] = counts[c] == 0 ? UNREACHABLE : Math.max(LEAST_THRESHOLD, sums[c] / counts[c]);
        }
        return sums;
    }

    /** The one class that reaches its threshold, or where several do, the most probable of all classes. */
    private static int confident(LabelEvidence evidence, double[] thresholds, int i) {
        int reached = -1;
        for (int c = 0; c < thresholds.length; c++) {
            if (evidence.probability(i, c) >= thresholds[c] - SLACK) {
                if (reached >= 0) {
                    return evidence.predicted(i);
                }
                reached = c;
            }
        }
        return reached;
    }

    private static int[][] calibrated(int[][] counts, int[] labelCounts) {
        int classes = counts.length;
        double[][] scaled = new double[classes][classes];
        double[] byColumn = new double[classes * classes];
        for (int i = 0; i < classes; i++) {
            double rowSum = Arrays.stream(counts[i]).sum();
            for (int j = 0; j < classes; j++) {
                scaled[i][j] = counts[i][j] / rowSum * labelCounts[i];
                byColumn[j * classes + i] = scaled[i][j];
            }
        }
        double total = PairwiseSum.of(byColumn);
        double n = Arrays.stream(labelCounts).sum();
        int[][] whole = new int[classes][];
        for (int i = 0; i < classes; i++) {
            double[] row = scaled[i].clone();
            for (int j = 0; j < classes; j++) {
                row[j] = row[j] / total * n;
            }
            whole[i] = roundedKeepingSum(row);
        }
        return whole;
    }

    /**
     * Rounds entries to whole numbers so that the row keeps its rounded sum: the largest rounding errors give way first. Of
     * equal ones the last is raised and the first is lowered.
     */
    private static int[] roundedKeepingSum(double[] row) {
        int[] rounded = new int[row.length];
        for (int j = 0; j < row.length; j++) {
            rounded[j] = (int) Math.rint(row[j]);
        }
        int missing = (int) Math.rint(Arrays.stream(row).sum())
                - Arrays.stream(rounded).sum();
        int step = Integer.signum(missing);
        int[] order = IntStream.range(0, row.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(j -> -step * (row[j] - rounded[j]))
                        .thenComparingInt(j -> -step * j))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int k = 0; k < Math.abs(missing); k++) {
            rounded[order[k % order.length]] += step;
        }
        return rounded;
    }
}
