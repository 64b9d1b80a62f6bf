package io.drydock.core.label;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was decided about the images of one content. A decision about one of them holds for the others that have the same
 * label as it; entries of version {@link JournalEntry#ANY_LABEL} hold for all of them.
 *
 * @param common class code of all images of the content, given by an entry of the first version
 * @param moved class code now, by the code that an image was imported with or that {@code common} gave it; that of images
 *     imported without one under {@link #UNLABELED}
 * @param named class code now of each image that a decision named, by path
 * @param everyVerdict the last verdict that holds whatever the label is
 * @param verdicts the last verdict on each label, by class code; that on images without one under
 *     {@link #UNLABELED}
 */
record ContentState(
        Optional<String> common,
        Map<String, String> moved,
        Map<String, String> named,
        Optional<Verdict> everyVerdict,
        Map<String, Verdict> verdicts) {
    /** Nothing was decided. */
    static final ContentState EMPTY =
            new ContentState(Optional.empty(), Map.of(), Map.of(), Optional.empty(), Map.of());

    private static final String UNLABELED = "";

    ContentState {
        moved = Map.copyOf(moved);
        named = Map.copyOf(named);
        verdicts = Map.copyOf(verdicts);
    }

    /** Class code of an image of this content now. */
    Optional<String> label(String path, Optional<String> imported) {
        if (named.containsKey(path)) {
            return Optional.ofNullable(named.get(path));
        }
        Optional<String> given = common.or(() -> imported);
        return given.isPresent()
                ? given.map(code -> moved.getOrDefault(code, code))
                : Optional.ofNullable(moved.get(UNLABELED));
    }

    /**
     * The last verdict on an image of this content.
     *
     * @param label its class code now, empty for one to be predicted
     */
    Optional<Verdict> verdict(Optional<String> label) {
        Stream<Verdict> own =
                label.isEmpty() ? verdicts.values().stream() : Stream.ofNullable(verdicts.get(label.get()));
        return Stream.concat(own, everyVerdict.stream()).max(Comparator.comparingLong(Verdict::seq));
    }

    /** Whether every image of this content has the same label here as there. */
    boolean sameLabels(ContentState other) {
        return common.equals(other.common) && moved.equals(other.moved) && named.equals(other.named);
    }

    /**
     * The state after a relabel, keep or unsure.
     *
     * @param label class code of the image before, empty for one to be predicted
     */
    ContentState after(JournalEntry entry, Optional<String> label) {
        Verdict verdict = Verdict.of(entry, verdict(label));
        Optional<String> code = entry.action() == Action.UNSURE
                ? Optional.empty()
                : entry.newLabel().or(entry::oldLabel).or(() -> label);
        if (entry.version() == JournalEntry.ANY_LABEL) {
            return code.isPresent()
                    ? new ContentState(code, Map.of(), Map.of(), Optional.of(verdict), Map.of())
                    : new ContentState(common, moved, named, Optional.of(verdict), Map.of());
        }
        Map<String, Verdict> said = new HashMap<>(verdicts);
        said.put(code.or(() -> label).orElse(UNLABELED), verdict);
        if (code.isEmpty()) {
            return new ContentState(common, moved, named, everyVerdict, said);
        }
        Set<String> from = new HashSet<>();
        label.ifPresent(from::add);
        entry.oldLabel().ifPresent(from::add);
        if (from.isEmpty()) {
            from.add(UNLABELED);
        }
        Map<String, String> codes = moved(moved, from, code.get());
        from.forEach(old -> codes.putIfAbsent(old, code.get()));
        Map<String, String> paths = moved(named, from, code.get());
        paths.put(entry.image(), code.get());
        return new ContentState(common, codes, paths, everyVerdict, said);
    }

    private static Map<String, String> moved(Map<String, String> codes, Set<String> from, String to) {
        Map<String, String> after = new HashMap<>(codes);
        after.replaceAll((key, code) -> from.contains(code) ? to : code);
        return after;
    }
}
