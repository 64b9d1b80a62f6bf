package io.drydock.core.label;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decisions that can be taken elsewhere: what a journal comes to, in the order it was decided. */
public record LabelPatch(List<PatchRow> rows) {
    /** The order of a patch: by time, then by image and action, so that equal decisions give equal files. */
    static final Comparator<PatchRow> ORDER = Comparator.comparing(
                    (PatchRow row) -> row.signature().at())
            .thenComparing(PatchRow::image)
            .thenComparing(PatchRow::action);

    public LabelPatch {
        rows = List.copyOf(rows);
    }

    /**
     * What the decisions of a journal come to: of the images of equal content that had the same label, the last class given
     * and the last look; of each path whether it is left out. Undone decisions leave nothing.
     *
     * @param after only decisions after this position
     * @param before the labels as of that position
     * @param now the labels after all entries
     */
    public static LabelPatch of(List<JournalEntry> entries, long after, LabelState before, LabelState now) {
        Map<String, PatchedContent> contents = new LinkedHashMap<>();
        Map<String, JournalEntry> removals = new HashMap<>();
        for (JournalEntry entry : entries) {
            if (entry.seq() > after && entry.action().isDecision() && now.isActive(entry.batch())) {
                switch (entry.action()) {
                    case RELABEL, KEEP -> {
                        content(contents, entry, before, now).take(entry);
                        removals.remove(entry.image());
                    }
                    case UNSURE -> content(contents, entry, before, now).take(entry);
                    default -> removals.put(entry.image(), entry);
                }
            }
        }
        List<PatchedContent.Row> rows = new ArrayList<>();
        contents.values().forEach(content -> rows.addAll(content.rows()));
        removals.values()
                .forEach(entry -> rows.add(new PatchedContent.Row(entry.seq(), PatchRow.of(entry, entry.oldLabel()))));
        rows.sort(Comparator.comparingLong(PatchedContent.Row::seq).thenComparing(PatchedContent.Row::row, ORDER));
        return new LabelPatch(rows.stream().map(PatchedContent.Row::row).toList());
    }

    private static PatchedContent content(
            Map<String, PatchedContent> contents, JournalEntry entry, LabelState before, LabelState now) {
        return contents.computeIfAbsent(
                entry.sha256(), sha256 -> new PatchedContent(sha256, now.paths(sha256, entry.image()), before));
    }
}
