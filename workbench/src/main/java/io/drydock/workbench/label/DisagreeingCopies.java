package io.drydock.workbench.label;

import io.drydock.core.data.ClassList;
import io.drydock.core.label.LabelState;
import io.drydock.core.label.PartEffect;
import io.drydock.core.split.Split;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Images of equal content that have different labels: a verdict on one of them says nothing of the others, so one answer has
 * to settle all.
 *
 * @param image the one that was named
 * @param copies all of them, it among them, in import order
 */
public record DisagreeingCopies(String image, List<Copy> copies) {
    /**
     * One of them.
     *
     * @param before class code before the answer
     * @param after class code after it; the same while there is none
     */
    public record Copy(String image, String part, String before, String after) {}

    public DisagreeingCopies {
        copies = List.copyOf(copies);
    }

    /** The copies of an image, if their labels disagree. */
    public static Optional<DisagreeingCopies> of(LabelState labels, String image, Optional<Split> split) {
        return labels.copiesDisagree(image)
                ? Optional.of(new DisagreeingCopies(
                        image,
                        labels.copies(image).stream()
                                .filter(path -> labels.label(path).isPresent())
                                .map(path -> copy(labels, path, split))
                                .toList()))
                : Optional.empty();
    }

    private static Copy copy(LabelState labels, String path, Optional<Split> split) {
        String code = labels.label(path).orElse("");
        return new Copy(path, PartEffect.partOf(split, labels, path), code, code);
    }

    /** With their labels after the answer. */
    DisagreeingCopies answered(LabelState labels) {
        return new DisagreeingCopies(
                image,
                copies.stream()
                        .map(copy -> new Copy(
                                copy.image(),
                                copy.part(),
                                copy.before(),
                                labels.label(copy.image()).orElse("")))
                        .toList());
    }

    /** {@code a.jpg (Cargo (1), train) and b.jpg (Tankers (5), valid) have the same content and different labels}. */
    public String described(ClassList classes) {
        List<String> each = copies.stream()
                .map(copy -> copy.image() + " (" + classes.shown(copy.before()) + ", " + copy.part() + ")")
                .toList();
        String last = each.get(each.size() - 1);
        return each.subList(0, each.size() - 1).stream().collect(Collectors.joining(", ")) + " and " + last
                + " have the same content and different labels";
    }
}
