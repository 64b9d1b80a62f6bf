package io.drydock.explore.duplicate;

import io.drydock.image.hash.GrayTile;
import io.drydock.image.hash.Orientation;
import java.util.Optional;

/**
 * Judges on their pixels whether two pictures show the same: the one is laid over the other from coarse to fine, and
 * dropped as soon as it cannot be a copy any more. For one thread at a time.
 */
final class Matcher {
    private static final int[] SIDES = {16, 32, 64};
    private static final int[] STEPS = {6, 3, 3};
    private static final double[] LEAST = {0.80, 0.85, 0};

    private final Alignment alignment = new Alignment();
    private final Agreement[] agreements = {new Agreement(16), new Agreement(32), new Agreement(64)};

    /**
     * How the first, turned, agrees with the second; empty when it soon turns out that they differ.
     *
     * @param first laid over
     */
    Optional<Match> match(GrayTile first, GrayTile second, Orientation orientation) {
        alignment.restart();
        for (int level = 0; level < SIDES.length; level++) {
            int side = SIDES[level];
            float[] moving = first.turned(orientation, side);
            float[] fixed = second.turned(Orientation.UPRIGHT, side);
            if (!alignment.improve(moving, fixed, side, STEPS[level])) {
                return Optional.empty();
            }
            agreements[level].measure(moving, fixed, alignment);
            if (agreements[level].similarity() < LEAST[level]) {
                return Optional.empty();
            }
        }
        Agreement finest = agreements[SIDES.length - 1];
        return Optional.of(new Match(
                orientation,
                finest.similarity(),
                finest.detail(),
                finest.overlap(),
                finest.agreeing(),
                alignment.place().scale(),
                alignment.place().degrees(),
                alignment.gain()));
    }
}
