package io.drydock.train.config;

/**
 * How the body takes part.
 *
 * @param batchNorm folded, trained or fixed
 * @param freezeTo name of the last stage that never trains ({@code layer2}, {@code blocks.3}); empty trains all
 * @param frozenViews augmented views an image whose features are computed and cached for the frozen epochs; 0 for one a
 *     frozen epoch
 */
public record BodyConfig(BatchNormMode batchNorm, String freezeTo, int frozenViews) {
    public BodyConfig {
        Check.range("body.frozenViews", frozenViews, 0, 1000);
    }
}
