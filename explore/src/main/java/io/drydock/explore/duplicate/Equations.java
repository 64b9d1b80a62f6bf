package io.drydock.explore.duplicate;

import java.util.Arrays;

/** Weighted least squares in few unknowns, by its normal equations. For one thread at a time. */
final class Equations {
    private static final double RIDGE = 1e-6;

    private final int unknowns;
    private final double[][] matrix;
    private final double[] right;

    Equations(int unknowns) {
        this.unknowns = unknowns;
        this.matrix = new double[unknowns][unknowns];
        this.right = new double[unknowns];
    }

    void clear() {
        for (double[] row : matrix) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(right, 0);
    }

    /** Adds an equation: {@code factors} times the unknowns should be {@code value}. */
    void add(float[] factors, float value, float weight) {
        for (int i = 0; i < unknowns; i++) {
            float scaled = factors[i] * weight;
            double[] row = matrix[i];
            for (int j = 0; j <= i; j++) {
                row[j] += scaled * factors[j];
            }
            right[i] += scaled * value;
        }
    }

    /** The unknowns; NaN where the equations do not tell. */
    double[] solve() {
        double[][] lower = new double[unknowns][unknowns];
        double[] solution = new double[unknowns];
        for (int i = 0; i < unknowns; i++) {
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
        for (int i = unknowns - 1; i >= 0; i--) {
            double sum = solution[i];
            for (int k = i + 1; k < unknowns; k++) {
                sum -= lower[k][i] * solution[k];
            }
            solution[i] = sum / lower[i][i];
        }
        return solution;
    }
}
