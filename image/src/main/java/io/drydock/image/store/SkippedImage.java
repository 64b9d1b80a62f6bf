package io.drydock.image.store;

/**
 * An image that has no pixels in the store.
 *
 * @param reason short, as the decoder gave it
 */
public record SkippedImage(String image, String reason) {}
