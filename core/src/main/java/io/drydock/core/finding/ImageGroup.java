package io.drydock.core.finding;

import io.drydock.core.split.Part;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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

    /**
     * What copies do. One in the pool trains once it has a label, so that it leaks from validation and test images, and
     * says nothing beside others.
     */
    public static Relation relation(List<Copy> copies) {
        if (copies.stream().flatMap(copy -> copy.label().stream()).distinct().count() > 1) {
            return Relation.CONFLICT;
        }
        Set<String> parts = copies.stream().map(Copy::part).collect(Collectors.toSet());
        boolean pool = parts.remove(Part.POOL.key());
        boolean scored = parts.contains(Part.VALID.key()) || parts.contains(Part.TEST.key());
        return parts.size() > 1 || (pool && scored) ? Relation.LEAK : Relation.HARMLESS;
    }

    public ImageGroup {
        images = List.copyOf(images);
    }
}
