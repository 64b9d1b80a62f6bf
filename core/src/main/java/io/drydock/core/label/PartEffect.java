package io.drydock.core.label;

import io.drydock.core.split.Part;
import io.drydock.core.split.Split;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What changes of labels do to a part.
 *
 * @param part {@code train}, {@code valid}, or {@code labelled} for images that no split divides
 * @param before images of the part that count before
 * @param removed images of it that leave the set
 * @param relabeled images of it that change class
 * @param restored images of it that come back into the set
 */
public record PartEffect(String part, int before, int removed, int relabeled, int restored) {
    /** Key of images that no split divides. */
    public static final String UNDIVIDED = "labelled";

    /** Keys of all parts in the order in which people and {@code --json} read them. */
    public static final List<String> PARTS = List.of(Part.TRAIN.key(), Part.VALID.key(), Part.TEST.key(), UNDIVIDED);

    /** The effect on every part that has images, in the order train, valid, undivided. */
    public static List<PartEffect> of(LabelState before, List<LabelChange> changes, Optional<Split> split) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (String part : PARTS) {
            counts.put(part, new int[4]);
        }
        before.imported().stream()
                .filter(known -> known.code().isPresent() && !before.isDropped(known.image()))
                .forEach(known -> count(counts, split, known.image(), 0));
        for (LabelChange change : changes) {
            count(
                    counts,
                    split,
                    change.image(),
                    change.after().isEmpty() ? 1 : change.before().isPresent() ? 2 : 3);
        }
        return counts.entrySet().stream()
                .map(entry -> new PartEffect(
                        entry.getKey(),
                        entry.getValue()[0],
                        entry.getValue()[1],
                        entry.getValue()[2],
                        entry.getValue()[3]))
                .filter(effect -> effect.before() + effect.restored() > 0)
                .toList();
    }

    /** Part of an image as people and {@code --json} read it. */
    public static String partOf(Optional<Split> split, String image) {
        return split.flatMap(drawn -> drawn.part(image)).map(Part::key).orElse(UNDIVIDED);
    }

    private static void count(Map<String, int[]> counts, Optional<Split> split, String image, int column) {
        int[] row = counts.get(partOf(split, image));
        if (row != null) {
            row[column]++;
        }
    }

    /** Images that leave, as a share of the part before, in [0, 1]; 0 for an empty part. */
    public double removedShare() {
        return before == 0 ? 0 : (double) removed / before;
    }
}
