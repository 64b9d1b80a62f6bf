package io.drydock.core.metric;

import io.drydock.core.random.RandomStream;
import java.util.Arrays;

/** Resampling with replacement, and percentiles of what it gave (Efron and Tibshirani, 1993). Safe for use by many threads. */
final class Bootstrap {
    private final int n;
    private final int resamples;
    private final long seed;

    Bootstrap(int n, int resamples, long seed) {
        if (resamples < 2) {
            throw new IllegalArgumentException("need at least 2 resamples, were " + resamples);
        }
        this.n = n;
        this.resamples = resamples;
        this.seed = seed;
    }

    /** Takes the images of one resample, each 0..n-1, as often as drawn. */
    @FunctionalInterface
    interface Resample {
        void accept(int resample, int[] drawn);
    }

    void run(Resample resample) {
        RandomStream random = RandomStream.of(seed, "bootstrap");
        int[] drawn = new int[n];
        for (int b = 0; b < resamples; b++) {
            for (int i = 0; i < n; i++) {
                drawn[i] = random.nextInt(n);
            }
            resample.accept(b, drawn);
        }
    }

    /** The value with the 2.5th and 97.5th percentile of its resamples, which are sorted here. */
    static Measured interval(double value, double[] resampled) {
        Arrays.sort(resampled);
        return new Measured(value, percentile(resampled, 0.025), percentile(resampled, 0.975));
    }

    /** Linear between order statistics, as NumPy's default. */
    static double percentile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
