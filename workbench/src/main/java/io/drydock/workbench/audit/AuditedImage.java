package io.drydock.workbench.audit;

import io.drydock.core.split.Part;
import io.drydock.workspace.image.Picture;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One image that an audit looks at.
 *
 * @param image relative path with {@code /}
 * @param sha256 hash of the file
 * @param sizeBytes size of the file
 * @param picture what the scan measured
 * @param label class index now; empty for images to be predicted
 * @param part where the current split puts it; TEST for images to be predicted; empty when nothing was split yet
 */
public record AuditedImage(
        String image, String sha256, long sizeBytes, Picture picture, OptionalInt label, Optional<Part> part) {
    public boolean labeled() {
        return label.isPresent();
    }

    /** One measure of the pixels by name. */
    public double check(String name) {
        return picture.check(name);
    }

    /** Where it is, in a word: a part's name, or {@code labelled} when nothing was split yet. */
    public String place() {
        return part.map(Part::key).orElse("labelled");
    }
}
