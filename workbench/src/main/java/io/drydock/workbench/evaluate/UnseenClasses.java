package io.drydock.workbench.evaluate;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.Dataset;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.split.Part;
import io.drydock.core.split.Split;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Classes that a part of a split has no image of: a class that train lacks is not learned, one that valid lacks is not measured.
 *
 * @param train codes that train lacks, in init order
 * @param valid codes that valid lacks, in init order
 */
public record UnseenClasses(List<String> train, List<String> valid) {
    public UnseenClasses {
        train = List.copyOf(train);
        valid = List.copyOf(valid);
    }

    /** Of a split, by the labels now. */
    public static UnseenClasses of(Split split, Dataset data) {
        return new UnseenClasses(lacking(split, Part.TRAIN, data), lacking(split, Part.VALID, data));
    }

    private static List<String> lacking(Split split, Part part, Dataset data) {
        Set<String> seen = new HashSet<>();
        for (LabeledImage image : data.images()) {
            if (split.part(image.image()).filter(part::equals).isPresent()) {
                seen.add(data.code(image));
            }
        }
        return data.classes().codes().stream()
                .filter(code -> !seen.contains(code))
                .toList();
    }

    /** A sentence for each part that lacks classes. */
    public List<String> notes(ClassList classes) {
        List<String> notes = new ArrayList<>();
        if (!train.isEmpty()) {
            notes.add("Train has no image of " + named(train, classes) + ": not learned.");
        }
        if (!valid.isEmpty()) {
            notes.add("Valid has no image of " + named(valid, classes) + ": not measured by the validation score.");
        }
        return notes;
    }

    private static String named(List<String> codes, ClassList classes) {
        return (codes.size() == 1 ? "class " : codes.size() + " classes: ")
                + codes.stream().map(classes::shown).collect(Collectors.joining(", "));
    }
}
