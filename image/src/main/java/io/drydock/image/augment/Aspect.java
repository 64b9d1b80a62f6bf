package io.drydock.image.augment;

import io.drydock.core.random.RandomStream;

/**
 * Stretches the width by exp(U(-amount, amount)), the height unchanged.
 *
 * @param amount in [0, 1]; .15 is about 15 %
 */
public record Aspect(double amount, double probability) {
    public static final Aspect NONE = new Aspect(0, 0);

    public Aspect {
        Ranges.requireWithin("aspect amount", amount, 0, 1);
        Ranges.requireShare("aspect probability", probability);
    }

    Homography draw(RandomStream random) {
        boolean applied = random.chance(probability);
        double stretch = StrictMath.exp(random.uniform(-amount, amount));
        return applied ? Homography.affine(1 / stretch, 0, 0, 0, 1, 0) : Homography.IDENTITY;
    }
}
