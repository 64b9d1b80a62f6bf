package io.drydock.core.statistic;

import java.util.Arrays;

/**
 * Two-sample Kolmogorov-Smirnov test: whether two samples can come from one distribution, whatever its shape.
 *
 * @param distance largest difference of the two empirical distribution functions, in [0, 1]
 * @param pValue chance of a distance at least this large when the distributions are equal, in [0, 1]; asymptotic with
 *     Stephens' correction (J. R. Stat. Soc. B 32, 1970), conservative when values repeat; NaN when a sample is empty
 */
public record KolmogorovSmirnov(double distance, double pValue) {
    private static final int MOST_TERMS = 100;
    private static final double NEGLIGIBLE = 1e-12;

    /** Compares two samples; NaN values are left out. */
    public static KolmogorovSmirnov of(double[] left, double[] right) {
        double[] a = sorted(left);
        double[] b = sorted(right);
        if (a.length == 0 || b.length == 0) {
            return new KolmogorovSmirnov(Double.NaN, Double.NaN);
        }
        double distance = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double value = Math.min(a[i], b[j]);
            while (i < a.length && a[i] == value) {
                i++;
            }
            while (j < b.length && b[j] == value) {
                j++;
            }
            distance = Math.max(distance, Math.abs((double) i / a.length - (double) j / b.length));
        }
        double root = Math.sqrt((double) a.length * b.length / (a.length + b.length));
        return new KolmogorovSmirnov(distance, tail((root + 0.12 + 0.11 / root) * distance));
    }

    private static double[] sorted(double[] values) {
        double[] copy =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        Arrays.sort(copy);
        return copy;
    }

    /** Kolmogorov's limiting tail: 2 * sum over k of (-1)^(k-1) exp(-2 k^2 x^2). */
    private static double tail(double x) {
        double sum = 0;
        double sign = 1;
        for (int k = 1; k <= MOST_TERMS; k++) {
            double term = Math.exp(-2 * k * k * x * x);
            sum += sign * term;
            sign = -sign;
            if (term < NEGLIGIBLE) {
                return Math.max(0, Math.min(1, 2 * sum));
            }
        }
        return 1;
    }
}
