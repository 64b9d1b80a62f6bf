package io.drydock.core.metric;

/** Percentiles of what a bootstrap gave (Efron and Tibshirani, 1993). Safe for use by many threads. */
final class Bootstrap {
    private Bootstrap() {}

    /** Linear between order statistics, as NumPy's default. */
    static double percentile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
