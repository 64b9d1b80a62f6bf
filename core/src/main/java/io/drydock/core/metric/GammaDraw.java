package io.drydock.core.metric;

import io.drydock.core.random.RandomStream;

/** Draws of the gamma distribution of scale 1 (Marsaglia and Tsang, ACM TOMS 26, 2000). Safe for use by many threads. */
final class GammaDraw {
    private GammaDraw() {}

    /**
     * One draw.
     *
     * @param shape above 0
     */
    static double next(RandomStream random, double shape) {
        if (shape < 1) {
            return next(random, shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double root = 1 + c * x;
            double v = root * root * root;
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    /** One draw of shape 1. */
    static double exponential(RandomStream random) {
        return -Math.log(1 - random.nextDouble());
    }
}
