package io.drydock.core.label;

import java.util.Optional;

/**
 * An image as it was imported, before any decision.
 *
 * @param image relative path with {@code /}
 * @param sha256 content of the file, lower-case hex
 * @param code class code, absent for an image that came without one
 */
public record ImportedLabel(String image, String sha256, Optional<String> code) {
    /** An image of the pool. */
    public static ImportedLabel unlabeled(String image, String sha256) {
        return new ImportedLabel(image, sha256, Optional.empty());
    }

    /** A labelled image. */
    public static ImportedLabel of(String image, String sha256, String code) {
        return new ImportedLabel(image, sha256, Optional.of(code));
    }
}
