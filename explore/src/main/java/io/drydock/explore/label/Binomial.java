package io.drydock.explore.label;

import io.drydock.core.random.RandomStream;

/** Binomial numbers: drawn, exactly for few and by the normal law for many, and a bound on what lies behind them. */
final class Binomial {
    private static final double MANY = 12;

    private Binomial() {}

    /** How many of so many trials succeed. */
    static int draw(int trials, double probability, RandomStream random) {
        if (trials == 0) {
            return 0;
        }
        if (probability > 0.5) {
            return trials - draw(trials, 1 - probability, random);
        }
        double mean = trials * probability;
        if (mean > MANY) {
            double drawn = mean + Math.sqrt(mean * (1 - probability)) * random.nextGaussian();
            return (int) Math.max(0, Math.min(trials, Math.round(drawn)));
        }
        double at = random.nextDouble();
        double mass = Math.exp(trials * Math.log1p(-probability));
        int successes = 0;
        while (at >= mass && successes < trials) {
            at -= mass;
            mass *= (double) (trials - successes) / (successes + 1) * probability / (1 - probability);
            successes++;
        }
        return successes;
    }

    /**
     * The share that is not exceeded, by so many successes (Clopper and Pearson, 1934).
     *
     * @param level one-sided, in (0, 1)
     */
    static double upperBound(int successes, int trials, double level) {
        double low = 0;
        double high = 1;
        for (int step = 0; step < 40 && successes < trials; step++) {
            double middle = (low + high) / 2;
            if (atMost(successes, trials, middle) > 1 - level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double atMost(int successes, int trials, double probability) {
        double mass = Math.exp(trials * Math.log1p(-probability));
        double sum = mass;
        for (int k = 0; k < successes; k++) {
            mass *= (double) (trials - k) / (k + 1) * probability / (1 - probability);
            sum += mass;
        }
        return sum;
    }
}
