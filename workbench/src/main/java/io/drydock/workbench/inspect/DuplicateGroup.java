package io.drydock.workbench.inspect;

import io.drydock.core.split.Part;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Images with the same content.
 *
 * @param similarity in [0, 1]; 1 for exact copies
 * @param images in path order, at least two
 */
public record DuplicateGroup(Kind kind, double similarity, List<InspectedImage> images) {
    /** What is equal: the bytes of the file, or only what they decode to. */
    public enum Kind {
        FILE,
        PIXELS;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a group does to a score: nothing, labels that contradict each other, or a test that was seen before. */
    public enum Relation {
        HARMLESS,
        CONFLICT,
        LEAK;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public DuplicateGroup {
        images = images.stream()
                .sorted(Comparator.comparing(InspectedImage::image))
                .toList();
        if (images.size() < 2) {
            throw new IllegalArgumentException("a group has at least two images, had " + images.size());
        }
    }

    /** A conflict when labels differ, else a leak when copies lie in different parts, else harmless. */
    public Relation relation() {
        if (images.stream()
                        .filter(InspectedImage::labeled)
                        .map(InspectedImage::label)
                        .distinct()
                        .count()
                > 1) {
            return Relation.CONFLICT;
        }
        boolean labeled = images.stream().anyMatch(InspectedImage::labeled);
        boolean test = images.stream().anyMatch(image -> !image.labeled());
        long parts = images.stream().map(InspectedImage::part).distinct().count();
        return (labeled && test) || parts > 1 ? Relation.LEAK : Relation.HARMLESS;
    }

    /** The copy to keep: a labelled one before others, then the larger file, then the first path. */
    public InspectedImage keep() {
        return Objects.requireNonNull(images.stream()
                .min(Comparator.comparing((InspectedImage image) -> !image.labeled())
                        .thenComparing(image ->
                                image.part().filter(part -> part == Part.TRAIN).isEmpty())
                        .thenComparing(Comparator.comparingLong(InspectedImage::sizeBytes)
                                .reversed())
                        .thenComparing(InspectedImage::image))
                .orElse(null));
    }

    /** Why {@link #keep} is the one, in a few words. */
    public String keepReason() {
        boolean mixed = images.stream().anyMatch(InspectedImage::labeled)
                && images.stream().anyMatch(image -> !image.labeled());
        if (relation() == Relation.CONFLICT) {
            return "labels differ: decide on the label first";
        }
        if (mixed) {
            return "the labelled copy";
        }
        long largest =
                images.stream().mapToLong(InspectedImage::sizeBytes).max().orElse(0);
        boolean differ = images.stream().anyMatch(image -> image.sizeBytes() != largest);
        return differ && keep().sizeBytes() == largest ? "the larger file" : "equal copies, first by name";
    }
}
