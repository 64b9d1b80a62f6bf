package io.drydock.image.scan;

import io.drydock.core.data.FileProblem;
import java.util.Optional;

/**
 * What one pass found out about one file: its contents, or why it has none.
 *
 * @param image relative path with {@code /}
 * @param sizeBytes size of the file; 0 when it is missing
 * @param sha256 content hash of the file; empty when it could not be read
 */
public record ScannedImage(
        String image, long sizeBytes, String sha256, Optional<ScannedPixels> contents, Optional<FileProblem> problem) {
    public ScannedImage {
        if (contents.isPresent() == problem.isPresent()) {
            throw new IllegalArgumentException(image + " needs either contents or a problem");
        }
    }

    public boolean readable() {
        return contents.isPresent();
    }
}
