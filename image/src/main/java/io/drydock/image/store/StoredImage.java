package io.drydock.image.store;

/**
 * An image to keep pixels of.
 *
 * @param image relative path with {@code /}
 * @param sha256 content hash of its file
 */
public record StoredImage(String image, String sha256) {}
