package io.drydock.workbench.label;

import io.drydock.core.data.ClassList;
import io.drydock.core.label.PatchRow;

/**
 * A row of a patch that was not taken.
 *
 * @param image path here, or in the patch where it is not here
 * @param reason what stands against it, as the rest of a sentence about the image
 * @param choice whether somebody may choose between the two; else the row cannot be taken at all
 */
public record PatchConflict(PatchRow row, String image, String reason, boolean choice) {
    /** {@code a.jpg was given Cruise (3) here (relabel by ann, 2026-03-01); the patch says: keep Cargo (1) (ben, 2026-03-02)}. */
    public String described(ClassList classes) {
        return image + " " + reason + "; the patch says: " + row.described(classes);
    }
}
