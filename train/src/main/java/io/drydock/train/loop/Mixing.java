package io.drydock.train.loop;

import io.drydock.core.random.RandomStream;
import io.drydock.train.config.LossConfig;

/**
 * How one batch is mixed with a permutation of itself (mixup; Zhang et al., arXiv:1710.09412).
 *
 * @param share of the image itself, in [0, 1]; 1 for an unmixed batch
 * @param partners for each position, the position mixed in
 */
record Mixing(double share, int[] partners) {
    /** The mixing of a batch, from its own stream. */
    static Mixing draw(LossConfig loss, long seed, int epoch, int step, int images) {
        RandomStream stream = RandomStream.of(seed, "mixup", epoch, step);
        if (!stream.chance(loss.mixupShare())) {
            return new Mixing(1, new int[0]);
        }
        double share = beta(loss.mixupAlpha(), stream);
        return new Mixing(share, stream.permutation(images));
    }

    boolean mixed() {
        return share < 1;
    }

    /** A draw from Beta(alpha, alpha). */
    private static double beta(double alpha, RandomStream stream) {
        double x = gamma(alpha, stream);
        double y = gamma(alpha, stream);
        return x + y == 0 ? 0.5 : x / (x + y);
    }

    /** A draw from Gamma(shape, 1) (Marsaglia and Tsang, 2000). */
    private static double gamma(double shape, RandomStream stream) {
        if (shape < 1) {
            double root = StrictMath.pow(1 - stream.nextDouble(), 1 / shape);
            return gamma(shape + 1, stream) * root;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = stream.nextGaussian();
            double v = StrictMath.pow(1 + c * x, 3);
            if (v > 0 && StrictMath.log(1 - stream.nextDouble()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }
}
