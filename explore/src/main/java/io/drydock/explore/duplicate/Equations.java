package io.drydock.explore.duplicate;

import java.util.Arrays;

/**
 * The weighted normal equations of an alignment step. Its factors are products of a gradient and a place, so a row of
 * pixels needs only a few running sums, which are spread over the equations at its end. Unknowns, in order: right, right
 * by x, right by y, down, down by x, down by y, gain, offset. For one thread at a time.
 */
final class Equations {
    static final int UNKNOWNS = 8;

    private static final double RIDGE = 1e-6;

    private final double[][] matrix = new double[UNKNOWNS][UNKNOWNS];
    private final double[][] lower = new double[UNKNOWNS][UNKNOWNS];
    private final double[] right = new double[UNKNOWNS];

    void clear() {
        for (double[] row : matrix) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(right, 0);
    }

    /**
     * Adds the squares of one gradient, or the product of both, over a row.
     *
     * @param first 0 for the gradient to the right, 3 for the one downward
     * @param second the same
     * @param sum of weight x first gradient x second gradient
     * @param sumX the same times x
     * @param sumXx the same times x squared
     */
    void addGradients(int first, int second, float y, float sum, float sumX, float sumXx) {
        matrix[first][second] += sum;
        matrix[first][second + 1] += sumX;
        matrix[first][second + 2] += sum * y;
        matrix[first + 1][second] += sumX;
        matrix[first + 1][second + 1] += sumXx;
        matrix[first + 1][second + 2] += sumX * y;
        matrix[first + 2][second] += sum * y;
        matrix[first + 2][second + 1] += sumX * y;
        matrix[first + 2][second + 2] += sum * y * y;
    }

    /** Adds weight x gradient x value over a row, times 1 and x; {@code unknown} is the gain's or the offset's place. */
    void addTone(int unknown, int gradient, float y, float sum, float sumX) {
        matrix[unknown][gradient] += sum;
        matrix[unknown][gradient + 1] += sumX;
        matrix[unknown][gradient + 2] += sum * y;
    }

    /** Adds weight x value squared, weight x value, and weight over a row. */
    void addTones(float squares, float values, float weights) {
        matrix[6][6] += squares;
        matrix[7][6] += values;
        matrix[7][7] += weights;
    }

    /** Adds weight x gradient x residual over a row, times 1 and x. */
    void addResidual(int gradient, float y, float sum, float sumX) {
        right[gradient] += sum;
        right[gradient + 1] += sumX;
        right[gradient + 2] += sum * y;
    }

    /** Adds weight x residual x value, and weight x residual over a row. */
    void addResiduals(float values, float sum) {
        right[6] += values;
        right[7] += sum;
    }

    /** The unknowns; NaN where the equations do not tell. */
    double[] solve() {
        double[] solution = new double[UNKNOWNS];
        for (int i = 0; i < UNKNOWNS; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j) {
                    lower[i][i] = Math.sqrt(sum + RIDGE * (matrix[i][i] + 1e-9));
                } else {
                    lower[i][j] = sum / lower[j][j];
                }
            }
            double sum = right[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i][k] * solution[k];
            }
            solution[i] = sum / lower[i][i];
        }
        for (int i = UNKNOWNS - 1; i >= 0; i--) {
            double sum = solution[i];
            for (int k = i + 1; k < UNKNOWNS; k++) {
                sum -= lower[k][i] * solution[k];
            }
            solution[i] = sum / lower[i][i];
        }
        return solution;
    }
}
