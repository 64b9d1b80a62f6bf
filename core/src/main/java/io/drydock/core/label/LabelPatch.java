package io.drydock.core.label;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * What the decisions of a journal come to: of each content the last class given and the last look, of each path
     * whether it is left out. Undone decisions leave nothing.
     *
     * @param after only decisions after this position
     * @param before the labels as of that position
     * @param now the labels after all entries
     */
    public static LabelPatch of(List<JournalEntry> entries, long after, LabelState before, LabelState now) {
        Map<String, JournalEntry> labels = new HashMap<>();
        Map<String, JournalEntry> looks = new HashMap<>();
        Map<String, JournalEntry> removals = new HashMap<>();
        for (JournalEntry entry : entries) {
            if (entry.seq() > after && entry.action().isDecision() && now.isActive(entry.batch())) {
                switch (entry.action()) {
                    case RELABEL -> {
                        labels.put(entry.sha256(), entry);
                        looks.remove(entry.sha256());
                        removals.remove(entry.image());
                    }
                    case KEEP -> {
                        looks.put(entry.sha256(), entry);
                        removals.remove(entry.image());
                    }
                    case UNSURE -> looks.put(entry.sha256(), entry);
                    default -> removals.put(entry.image(), entry);
                }
            }
        }
        List<PatchRow> rows = new ArrayList<>();
        List<JournalEntry> kept = new ArrayList<>(labels.values());
        kept.addAll(looks.values());
        kept.addAll(removals.values());
        kept.sort(Comparator.comparingLong(JournalEntry::seq));
        for (JournalEntry entry : kept) {
            Optional<String> old = entry.action() == Action.RELABEL ? before.label(entry.image()) : entry.oldLabel();
            rows.add(PatchRow.of(entry, old.or(entry::oldLabel)));
        }
        return new LabelPatch(rows);
    }
}
