package io.drydock.core.statistic;

/** Draws without replacement: how surprising is an overlap of two groups (Fisher's exact test, one-sided). Safe for use by many threads. */
public final class Hypergeometric {
    private Hypergeometric() {}

    /**
     * Chance of at least so many hits.
     *
     * @param hits members of the group among the drawn
     * @param drawn how many were drawn
     * @param group size of the group
     * @param population of which both are a part
     * @return in [0, 1]
     */
    public static double atLeast(int hits, int drawn, int group, int population) {
        if (drawn < 0 || group < 0 || drawn > population || group > population || hits > Math.min(drawn, group)) {
            throw new IllegalArgumentException(
                    "no draw of " + drawn + " from " + population + " has " + hits + " of a group of " + group);
        }
        double tail = 0;
        for (int h = Math.max(hits, drawn + group - population); h <= Math.min(drawn, group); h++) {
            tail += Math.exp(
                    logChoose(group, h) + logChoose(population - group, drawn - h) - logChoose(population, drawn));
        }
        return Math.min(1, tail);
    }

    private static double logChoose(int n, int k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    /** By the sum up to 16, by Stirling's series beyond, good to 1e-12. */
    private static double logFactorial(int n) {
        if (n <= 16) {
            double sum = 0;
            for (int i = 2; i <= n; i++) {
                sum += Math.log(i);
            }
            return sum;
        }
        double x = n + 1.0;
        return (x - 0.5) * Math.log(x)
                - x
                + 0.5 * Math.log(2 * Math.PI)
                + 1 / (12 * x)
                - 1 / (360 * x * x * x)
                + 1 / (1260 * Math.pow(x, 5));
    }
}
