package io.drydock.image.augment;

import io.drydock.core.random.RandomStream;

/**
 * Turns by U(-degrees, degrees) about the centre.
 *
 * @param degrees in [0, 180]
 */
public record Rotation(double degrees, double probability) {
    public static final Rotation NONE = new Rotation(0, 0);

    public Rotation {
        Ranges.requireWithin("rotation degrees", degrees, 0, 180);
        Ranges.requireShare("rotation probability", probability);
    }

    /** @param aspect width over height of the view: a turn must not shear */
    Homography draw(RandomStream random, double aspect) {
        boolean applied = random.chance(probability);
        double angle = StrictMath.toRadians(random.uniform(-degrees, degrees));
        if (!applied) {
            return Homography.IDENTITY;
        }
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        return Homography.affine(cos, -sin / aspect, 0, sin * aspect, cos, 0);
    }
}
