package io.drydock.image.augment;

/**
 * All ranges that a random view is drawn from. Geometry composes to one warp in the order flip, warp, zoom, rotation,
 * aspect (view to picture); then lighting, greyscale and erasing follow.
 *
 * @param grayscale share of views without color, in [0, 1]
 */
public record Augmentation(
        Flip flip,
        Warp warp,
        Rotation rotation,
        Zoom zoom,
        Aspect aspect,
        LogitLighting logit,
        LinearLighting linear,
        double grayscale,
        Erasing erasing) {
    /** The picture as it is, resized. */
    public static final Augmentation NONE = new Augmentation(
            Flip.NONE,
            Warp.NONE,
            Rotation.NONE,
            Zoom.NONE,
            Aspect.NONE,
            LogitLighting.NONE,
            LinearLighting.NONE,
            0,
            Erasing.NONE);

    /** fast.ai's {@code get_transforms()}. */
    public static final Augmentation ARTICLE = NONE.with(new Flip(0.5, false))
            .with(new Warp(0.2, 0.75))
            .with(new Rotation(10, 0.75))
            .with(new Zoom(1.0, 1.1, 0.75))
            .with(new LogitLighting(0.1, 1.25, 0.75));

    /** Hard zoom, small turns, stretched sides, strong light, some views grey or partly covered. */
    public static final Augmentation STRONG = NONE.with(new Flip(0.5, false))
            .with(new Rotation(8, 0.75))
            .with(new Zoom(1.0, 1.35, 1))
            .with(new Aspect(0.15, 1))
            .with(new LinearLighting(0.75, 1.3, 25 / 255.0, 1))
            .withGrayscale(0.15)
            .with(new Erasing(0.25, 0.1, 0.4));

    public Augmentation {
        Ranges.requireShare("grayscale", grayscale);
    }

    public Augmentation with(Flip value) {
        return new Augmentation(value, warp, rotation, zoom, aspect, logit, linear, grayscale, erasing);
    }

    public Augmentation with(Warp value) {
        return new Augmentation(flip, value, rotation, zoom, aspect, logit, linear, grayscale, erasing);
    }

    public Augmentation with(Rotation value) {
        return new Augmentation(flip, warp, value, zoom, aspect, logit, linear, grayscale, erasing);
    }

    public Augmentation with(Zoom value) {
        return new Augmentation(flip, warp, rotation, value, aspect, logit, linear, grayscale, erasing);
    }

    public Augmentation with(Aspect value) {
        return new Augmentation(flip, warp, rotation, zoom, value, logit, linear, grayscale, erasing);
    }

    public Augmentation with(LogitLighting value) {
        return new Augmentation(flip, warp, rotation, zoom, aspect, value, linear, grayscale, erasing);
    }

    public Augmentation with(LinearLighting value) {
        return new Augmentation(flip, warp, rotation, zoom, aspect, logit, value, grayscale, erasing);
    }

    public Augmentation withGrayscale(double share) {
        return new Augmentation(flip, warp, rotation, zoom, aspect, logit, linear, share, erasing);
    }

    public Augmentation with(Erasing value) {
        return new Augmentation(flip, warp, rotation, zoom, aspect, logit, linear, grayscale, value);
    }
}
