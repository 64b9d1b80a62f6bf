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
 * @param part {@code train}, {@code valid}, or {@code labelled} for images that no split divides; images of the pool count in
 *     the part that they have once they are labeled
 * @param before images of the part that count before
 * @param removed images of it that leave the set
 * @param relabeled images of it that change class
 * @param restored images of it that come back into the set
 * @param added images that come from the pool
 */
public record PartEffect(String part, int before, int removed, int relabeled, int restored, int added) {
    /** Key of images that no split divides. */
    public static final String UNDIVIDED = "labelled";

    /** Keys of all parts in the order in which people and {@code --json} read them. */
    public static final List<String> PARTS =
            List.of(Part.TRAIN.key(), Part.VALID.key(), Part.TEST.key(), UNDIVIDED, Part.POOL.key());

    /** The effect on every part that has images, in the order train, valid, undivided. */
    public static List<PartEffect> of(LabelState before, List<LabelChange> changes, Optional<Split> split) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (String part : PARTS) {
            counts.put(part, new int[5]);
        }
        before.imported().stream()
                .map(ImportedLabel::image)
                .filter(image -> !before.isDropped(image) && before.label(image).isPresent())
                .forEach(image -> count(counts, ofLabeled(split, before, image), 0));
        for (LabelChange change : changes) {
            String image = change.image();
            boolean fromPool = before.isUnlabeled(image) && !before.isDropped(image);
            int column = change.after().isEmpty() ? 1 : change.before().isPresent() ? 2 : fromPool ? 4 : 3;
            count(counts, ofLabeled(split, before, image), column);
        }
        return counts.entrySet().stream()
                .map(entry -> new PartEffect(
                        entry.getKey(),
                        entry.getValue()[0],
                        entry.getValue()[1],
                        entry.getValue()[2],
                        entry.getValue()[3],
                        entry.getValue()[4]))
                .filter(effect -> effect.before() + effect.restored() + effect.added() > 0)
                .toList();
    }

    /**
     * Part of an image that was imported, with a label or without, as people and {@code --json} read it. One that came
     * without a label is in the pool until it gets one, and in train from then on where a split does not know it.
     */
    public static String partOf(Optional<Split> split, LabelState labels, String image) {
        return labels.isUnlabeled(image) ? Part.POOL.key() : ofLabeled(split, labels, image);
    }

    private static String ofLabeled(Optional<Split> split, LabelState labels, String image) {
        Optional<Part> drawn = split.flatMap(known -> known.part(image));
        return drawn.isEmpty() && split.isPresent() && labels.cameUnlabeled(image)
                ? Part.TRAIN.key()
                : drawn.map(Part::key).orElse(UNDIVIDED);
    }

    private static void count(Map<String, int[]> counts, String part, int column) {
        int[] row = counts.get(part);
        if (row != null) {
            row[column]++;
        }
    }

    /** Images that leave, as a share of the part before, in [0, 1]; 0 for an empty part. */
    public double removedShare() {
        return before == 0 ? 0 : (double) removed / before;
    }
}
