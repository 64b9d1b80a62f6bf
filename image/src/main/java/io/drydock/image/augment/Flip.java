package io.drydock.image.augment;

import io.drydock.core.random.RandomStream;

/**
 * Mirrors left to right, or, when {@code dihedral}, picks one of the 8 flips and quarter turns.
 *
 * @param probability of a mirrored view, in [0, 1]; with {@code dihedral}, of a view drawn from all 8
 * @param dihedral for pictures without an up, such as those from above
 */
public record Flip(double probability, boolean dihedral) {
    public static final Flip NONE = new Flip(0, false);

    public Flip {
        Ranges.requireShare("flip probability", probability);
    }

    Homography draw(RandomStream random) {
        boolean applied = random.chance(probability);
        int which = random.nextInt(8);
        if (!applied) {
            return Homography.IDENTITY;
        }
        if (!dihedral) {
            return Homography.affine(-1, 0, 0, 0, 1, 0);
        }
        double x = (which & 1) == 0 ? 1 : -1;
        double y = (which & 2) == 0 ? 1 : -1;
        return (which & 4) == 0 ? Homography.affine(x, 0, 0, 0, y, 0) : Homography.affine(0, x, 0, y, 0, 0);
    }
}
