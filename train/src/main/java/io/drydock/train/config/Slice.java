package io.drydock.train.config;

/** Rates of parameter groups from a slice, as fast.ai spreads them. Safe for use by many threads. */
public final class Slice {
    private Slice() {}

    /** {@code slice(low, high)}: geometric from the first group's {@code low} to the last one's {@code high}. */
    public static double[] of(double low, double high, int groups) {
        double[] rates = new double[groups];
        for (int g = 0; g < groups; g++) {
            rates[g] = groups == 1 ? high : low * Math.pow(high / low, (double) g / (groups - 1));
        }
        return rates;
    }

    /** {@code slice(high)}: a tenth of {@code high} for all groups but the last. */
    public static double[] of(double high, int groups) {
        double[] rates = new double[groups];
        for (int g = 0; g < groups; g++) {
            rates[g] = g == groups - 1 ? high : high / 10;
        }
        return rates;
    }
}
