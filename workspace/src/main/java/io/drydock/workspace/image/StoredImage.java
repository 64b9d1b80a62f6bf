package io.drydock.workspace.image;

import java.util.Optional;

/**
 * An image file as it was found: either a picture, or unusable.
 *
 * @param path relative path with {@code /}, the image's identity
 * @param sha256 hash of the file, lower-case hex; empty text when the file could not be read
 * @param sizeBytes size of the file
 * @param modifiedMillis when the file was last changed, milliseconds since 1970, to see whether it needs another look
 * @param picture what it shows; empty when unusable
 * @param unusable why it cannot be used; empty when it can
 */
public record StoredImage(
        String path,
        String sha256,
        long sizeBytes,
        long modifiedMillis,
        Optional<Picture> picture,
        Optional<Unusable> unusable) {
    public StoredImage {
        if (picture.isPresent() == unusable.isPresent()) {
            throw new IllegalArgumentException(path + " must be either a picture or unusable");
        }
    }

    public boolean isUsable() {
        return picture.isPresent();
    }
}
