package io.drydock.core.label;

import io.drydock.core.data.ClassLabel;
import io.drydock.core.data.ClassList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What changes of labels do to the size of a class.
 *
 * @param before images of the class before
 * @param removed images that leave it: dropped, or given to another class
 * @param added images that come to it
 */
public record ClassEffect(ClassLabel label, int before, int removed, int added) {
    /** The effect on every class, in class order. */
    public static List<ClassEffect> of(LabelState before, List<LabelChange> changes, ClassList classes) {
        Map<String, Integer> counts = before.classCounts();
        Map<String, Integer> removed = new HashMap<>();
        Map<String, Integer> added = new HashMap<>();
        for (LabelChange change : changes) {
            change.before().ifPresent(code -> removed.merge(code, 1, Integer::sum));
            change.after().ifPresent(code -> added.merge(code, 1, Integer::sum));
        }
        return classes.classes().stream()
                .map(label -> new ClassEffect(
                        label,
                        counts.getOrDefault(label.code(), 0),
                        removed.getOrDefault(label.code(), 0),
                        added.getOrDefault(label.code(), 0)))
                .toList();
    }

    public int after() {
        return before - removed + added;
    }

    /** Images that leave, as a share of the class before, in [0, 1]; 0 for an empty class. */
    public double removedShare() {
        return before == 0 ? 0 : (double) removed / before;
    }

    /** Images that come, as a share of the class before, at least 0; 0 for an empty class. */
    public double addedShare() {
        return before == 0 ? 0 : (double) added / before;
    }

    public boolean isTouched() {
        return removed > 0 || added > 0;
    }
}
