package io.drydock.image.augment;

import io.drydock.core.random.RandomStream;

/**
 * Perspective: each of the four sides grows or shrinks on its own by a magnitude drawn from U(-m, m), as fast.ai's
 * symmetric warp.
 *
 * @param magnitude m, share of half a side, in [0, 0.9]
 */
public record Warp(double magnitude, double probability) {
    public static final Warp NONE = new Warp(0, 0);

    public Warp {
        Ranges.requireWithin("warp magnitude", magnitude, 0, 0.9);
        Ranges.requireShare("warp probability", probability);
    }

    Homography draw(RandomStream random) {
        boolean applied = random.chance(probability);
        double right = random.uniform(-magnitude, magnitude);
        double left = random.uniform(-magnitude, magnitude);
        double bottom = random.uniform(-magnitude, magnitude);
        double top = random.uniform(-magnitude, magnitude);
        if (!applied || magnitude == 0) {
            return Homography.IDENTITY;
        }
        return Homography.ofCorners(
                new double[] {-1 - top, -1 - left, -1 - bottom, 1 + left, 1 + top, -1 - right, 1 + bottom, 1 + right});
    }
}
