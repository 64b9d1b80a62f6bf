package io.drydock.train.config;

/**
 * How the body takes part.
 *
 * @param batchNorm folded, trained or fixed
 * @param freezeTo name of the last stage that never trains ({@code layer2}, {@code blocks.3}); {@link #TRAIN_ALL}, or {@link
 *     #FINE_STAGES} for those whose output has at least a quarter of the picture's height, when they are pretrained
 * @param frozenViews augmented views an image whose features are computed and cached for the frozen epochs; 0 for one a
 *     frozen epoch
 */
public record BodyConfig(BatchNormMode batchNorm, String freezeTo, int frozenViews) {
    /** Freezes no stage; an empty name does the same. */
    public static final String TRAIN_ALL = "none";

    /** Freezes the first stages, whose maps are largest. */
    public static final String FINE_STAGES = "auto";

    public BodyConfig {
        freezeTo = freezeTo.isBlank() ? TRAIN_ALL : freezeTo;
        Check.range("body.frozenViews", frozenViews, 0, 1000);
    }
}
