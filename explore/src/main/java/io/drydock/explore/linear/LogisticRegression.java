package io.drydock.explore.linear;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Multinomial logistic regression with an L2 penalty, fitted by L-BFGS (Liu and Nocedal, 1989).
 *
 * @param weights [classes][d + 1], the last column is the intercept (not penalized)
 */
public record LogisticRegression(double[][] weights) {
    private static final int MEMORY = 10;
    private static final int MOST_ITERATIONS = 200;
    private static final double TOLERANCE = 1e-4;

    /** As {@link #fit(float[][], int[], float[], int, double)} with every row of weight 1. */
    public static LogisticRegression fit(float[][] rows, int[] labels, int classes, double penalty) {
        float[] ones = new float[rows.length];
        Arrays.fill(ones, 1);
        return fit(rows, labels, ones, classes, penalty);
    }

    /**
     * Fits a model; stops when no partial derivative exceeds 1e-4.
     *
     * @param rows [n][d]
     * @param labels [n] class indices
     * @param rowWeights [n] what each row's log loss counts, 0 or more
     * @param penalty weight of half the squared norm beside the sum of the weighted log losses over n, above 0
     */
    public static LogisticRegression fit(
            float[][] rows, int[] labels, float[] rowWeights, int classes, double penalty) {
        LogisticLoss objective = new LogisticLoss(rows, labels, rowWeights, classes, penalty);
        double[] x = new double[classes * objective.width()];
        double[] gradient = new double[x.length];
        double value = objective.at(x, gradient);
        Deque<double[][]> pairs = new ArrayDeque<>();
        for (int iteration = 0; iteration < MOST_ITERATIONS && largest(gradient) > TOLERANCE; iteration++) {
            double[] direction = direction(gradient, pairs);
            double slope = dot(direction, gradient);
            double step = pairs.isEmpty() ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
            double[] next = new double[x.length];
            double[] nextGradient = new double[x.length];
            double nextValue = Double.POSITIVE_INFINITY;
            for (int halving = 0; halving < 30; halving++, step /= 2) {
                for (int i = 0; i < x.length; i++) {
                    next[i] = x[i] + step * direction[i];
                }
                nextValue = objective.at(next, nextGradient);
                if (nextValue <= value + 1e-4 * step * slope) {
                    break;
                }
            }
            if (!(nextValue < value)) {
                break;
            }
            remember(pairs, x, next, gradient, nextGradient);
            x = next;
            gradient = nextGradient;
            value = nextValue;
        }
        double[][] weights = new double[classes][];
        for (int c = 0; c < classes; c++) {
            weights[c] = Arrays.copyOfRange(x, c * objective.width(), (c + 1) * objective.width());
        }
        return new LogisticRegression(weights);
    }

    /** Class probabilities of one row, [classes]. */
    public double[] probabilities(float[] row) {
        double[] logits = new double[weights.length];
        for (int c = 0; c < logits.length; c++) {
            double sum = weights[c][row.length];
            for (int d = 0; d < row.length; d++) {
                sum += weights[c][d] * row[d];
            }
            logits[c] = sum;
        }
        softmax(logits);
        return logits;
    }

    private static void remember(Deque<double[][]> pairs, double[] x, double[] next, double[] g, double[] nextG) {
        double[] s = new double[x.length];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            s[i] = next[i] - x[i];
            y[i] = nextG[i] - g[i];
        }
        if (dot(s, y) > 1e-12) {
            pairs.addLast(new double[][] {s, y});
            if (pairs.size() > MEMORY) {
                pairs.removeFirst();
            }
        }
    }

    /** The two-loop recursion: minus the approximate inverse Hessian times the gradient. */
    private static double[] direction(double[] gradient, Deque<double[][]> pairs) {
        double[] q = gradient.clone();
        double[][][] newestFirst = new double[pairs.size()][][];
        int at = pairs.size();
        for (double[][] pair : pairs) {
            newestFirst[--at] = pair;
        }
        double[] alpha = new double[newestFirst.length];
        for (int k = 0; k < newestFirst.length; k++) {
            alpha[k] = dot(newestFirst[k][0], q) / dot(newestFirst[k][0], newestFirst[k][1]);
            add(q, -alpha[k], newestFirst[k][1]);
        }
        if (newestFirst.length > 0) {
            double[][] last = newestFirst[0];
            double scale = dot(last[0], last[1]) / dot(last[1], last[1]);
            for (int i = 0; i < q.length; i++) {
                q[i] *= scale;
            }
        }
        for (int k = newestFirst.length - 1; k >= 0; k--) {
            double beta = dot(newestFirst[k][1], q) / dot(newestFirst[k][0], newestFirst[k][1]);
            add(q, alpha[k] - beta, newestFirst[k][0]);
        }
        for (int i = 0; i < q.length; i++) {
            q[i] = -q[i];
        }
        return q;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] target, double factor, double[] source) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * source[i];
        }
    }

    static void softmax(double[] logits) {
        double largest = Arrays.stream(logits).max().orElse(0);
        double sum = 0;
        for (int c = 0; c < logits.length; c++) {
            logits[c] = Math.exp(logits[c] - largest);
            sum += logits[c];
        }
        for (int c = 0; c < logits.length; c++) {
            logits[c] /= sum;
        }
    }
}
