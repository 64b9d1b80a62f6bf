package io.drydock.workbench.compare;

import io.drydock.core.label.LabelState;
import io.drydock.core.split.Part;
import io.drydock.core.split.Split;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What lies between two versions of the labels.
 *
 * @param relabeled images that have another label after than before
 * @param dropped images that have a label before only
 * @param added images that have a label after only
 * @param agreeing images with the same label in both
 * @param validEdited relabelled, dropped or added images of the valid part; 0 where there is no split
 */
public record LabelEdits(
        List<String> relabeled, List<String> dropped, List<String> added, List<String> agreeing, int validEdited) {
    public LabelEdits {
        relabeled = List.copyOf(relabeled);
        dropped = List.copyOf(dropped);
        added = List.copyOf(added);
        agreeing = List.copyOf(agreeing);
    }

    /**
     * Compares all images of either version.
     *
     * @param split whose valid part is meant
     */
    public static LabelEdits between(LabelState before, LabelState after, Optional<Split> split) {
        List<String> relabeled = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        List<String> added = new ArrayList<>();
        List<String> agreeing = new ArrayList<>();
        Map<String, String> oldLabels = before.labels();
        Map<String, String> newLabels = after.labels();
        Set<String> all = new LinkedHashSet<>(oldLabels.keySet());
        all.addAll(newLabels.keySet());
        int validEdited = 0;
        for (String image : all) {
            Optional<String> old = Optional.ofNullable(oldLabels.get(image));
            Optional<String> now = Optional.ofNullable(newLabels.get(image));
            List<String> kind =
                    old.equals(now) ? agreeing : old.isEmpty() ? added : now.isEmpty() ? dropped : relabeled;
            kind.add(image);
            boolean valid = split.flatMap(drawn -> drawn.part(image))
                    .filter(Part.VALID::equals)
                    .isPresent();
            validEdited += valid && kind != agreeing ? 1 : 0;
        }
        return new LabelEdits(relabeled, dropped, added, agreeing, validEdited);
    }

    /** Images edited in any way. */
    public int count() {
        return relabeled.size() + dropped.size() + added.size();
    }
}
