package io.drydock.core.finding;

import java.util.List;
import java.util.Locale;

/**
 * Images that show the same, exactly or nearly.
 *
 * @param similarity least of any copy with the one to keep, in [0, 1]; 1 for exact copies
 * @param keep image to keep, should the others be dropped
 * @param images two or more, in import order
 */
public record ImageGroup(
        Kind kind, Relation relation, double similarity, String keep, String keepReason, List<Copy> images) {
    /** In what they are the same. */
    public enum Kind {
        /** Byte for byte. */
        FILE,
        /** In shape and every decoded pixel. */
        PIXELS,
        /** To the eye. */
        NEAR;

        /** Lower-case name as {@code --json} writes it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What they do to labels and scores. */
    public enum Relation {
        /** Same label, same part. */
        HARMLESS,
        /** Different labels for one content: at least one is wrong. */
        CONFLICT,
        /** In several parts: a score on one part has seen the answer in another. */
        LEAK;

        /** Lower-case name as {@code --json} writes it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ImageGroup {
        images = List.copyOf(images);
    }
}
