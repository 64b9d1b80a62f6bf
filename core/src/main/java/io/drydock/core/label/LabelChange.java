package io.drydock.core.label;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An image that has another label in one version of the labels than in another.
 *
 * @param before class code there; empty where the image is not in the set or is dropped
 * @param after class code here; empty where the image is not in the set or is dropped
 */
public record LabelChange(String image, Optional<String> before, Optional<String> after) {
    /** Every image that differs between two versions, in import order. */
    public static List<LabelChange> between(LabelState before, LabelState after) {
        Set<String> images = new LinkedHashSet<>();
        if (after.sharesImport(before)) {
            Predicate<ImportedLabel> mayDiffer = after.mayDiffer(before);
            after.imported().stream().filter(mayDiffer).forEach(known -> images.add(known.image()));
        } else {
            after.imported().forEach(known -> images.add(known.image()));
            before.imported().forEach(known -> images.add(known.image()));
        }
        List<LabelChange> changes = new ArrayList<>();
        for (String image : images) {
            Optional<String> there = counted(before, image);
            Optional<String> here = counted(after, image);
            if (!there.equals(here)) {
                changes.add(new LabelChange(image, there, here));
            }
        }
        return List.copyOf(changes);
    }

    private static Optional<String> counted(LabelState labels, String image) {
        return labels.isDropped(image) ? Optional.empty() : labels.label(image);
    }
}
