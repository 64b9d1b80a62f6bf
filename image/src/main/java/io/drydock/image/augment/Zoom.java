package io.drydock.image.augment;

import io.drydock.core.random.RandomStream;

/** Magnifies by U(min, max) about a random focus, so that any part of the picture may be the one that is seen. */
public record Zoom(double min, double max, double probability) {
    public static final Zoom NONE = new Zoom(1, 1, 0);

    public Zoom {
        Ranges.requireWithin("zoom min", min, 0.1, 10);
        Ranges.requireWithin("zoom max", max, 0.1, 10);
        Ranges.requireOrdered("zoom", min, max);
        Ranges.requireShare("zoom probability", probability);
    }

    Homography draw(RandomStream random) {
        boolean applied = random.chance(probability);
        double scale = random.uniform(min, max);
        double x = random.uniform(-1, 1);
        double y = random.uniform(-1, 1);
        if (!applied) {
            return Homography.IDENTITY;
        }
        double room = 1 - 1 / scale;
        return Homography.affine(1 / scale, 0, room * x, 0, 1 / scale, room * y);
    }
}
