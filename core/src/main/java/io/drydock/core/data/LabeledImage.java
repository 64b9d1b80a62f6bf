package io.drydock.core.data;

/**
 * One image with its label as of now.
 *
 * @param image relative path with {@code /}, the image's identity
 * @param sha256 content hash of the file, lower-case hex
 * @param label index into the {@link ClassList}
 */
public record LabeledImage(String image, String sha256, int label) {}
