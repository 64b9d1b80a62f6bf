package io.drydock.workbench.json;

import io.drydock.core.label.ClassEffect;
import io.drydock.core.label.JournalEntry;
import io.drydock.core.label.LabelChange;
import io.drydock.core.label.PartEffect;
import io.drydock.core.label.PatchMerge;
import io.drydock.core.label.PatchRow;
import io.drydock.workbench.DecideLabels;
import io.drydock.workbench.ExchangeLabels;
import io.drydock.workbench.label.BulkEffect;
import io.drydock.workbench.label.DisagreeingCopies;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The documents of {@code drydock labels}. Safe for use by many threads. */
public final class LabelsJson {
    private LabelsJson() {}

    /** {@code drydock.log/1}: the journal, oldest entry first. */
    public static ObjectNode log(long position, List<JournalEntry> entries) {
        ObjectNode document = JsonText.document("log").put("position", position);
        document.set("entries", entries(entries));
        return document;
    }

    /** {@code drydock.labels/1}: a decision that was taken, would be taken, or must be confirmed or answered first. */
    public static ObjectNode outcome(DecideLabels.Outcome outcome) {
        ObjectNode document =
                JsonText.document("labels").put("done", outcome.done()).put("position", outcome.position());
        document.set("effect", effect(outcome.effect()));
        document.set("also_holds_for", JsonText.strings(outcome.alsoHolds()));
        document.set("entries", entries(outcome.entries()));
        document.put("asks_for_label", outcome.asksForLabel());
        document.set("disagreeing_copies", disagreeing(outcome.disagreeing()));
        return document;
    }

    /** Copies whose labels disagreed, with each one's label before and after; the same while nobody answered. */
    public static ArrayNode disagreeing(List<DisagreeingCopies> all) {
        ArrayNode array = JsonText.array();
        for (DisagreeingCopies one : all) {
            ObjectNode node = array.addObject().put("image", one.image());
            ArrayNode copies = node.putArray("copies");
            for (DisagreeingCopies.Copy copy : one.copies()) {
                copies.addObject()
                        .put("image", copy.image())
                        .put("part", copy.part())
                        .put("old", copy.before())
                        .put("new", copy.after());
            }
        }
        return array;
    }

    /** {@code drydock.labels/1}: an undo or redo. */
    public static ObjectNode reversal(DecideLabels.Reversal reversal) {
        ObjectNode document = JsonText.document("labels")
                .put("done", true)
                .put("position", reversal.position())
                .put("left", reversal.left());
        document.set("entries", entries(reversal.entries()));
        document.set("decisions", entries(reversal.decisions()));
        return document;
    }

    /** {@code drydock.labels_diff/1}: what lies between two versions of the labels. */
    public static ObjectNode diff(DecideLabels.Difference difference) {
        ObjectNode document = JsonText.document("labels_diff")
                .put("from", difference.from())
                .put("to", difference.to())
                .put("changed", difference.changes().size());
        document.set("classes", classes(difference.classes()));
        document.set("parts", parts(difference.parts()));
        document.set("changes", changes(difference.changes()));
        return document;
    }

    /** {@code drydock.labels_apply/1}: a patch that was taken, or that waits for an answer. */
    public static ObjectNode applied(ExchangeLabels.Applied applied) {
        ObjectNode document =
                JsonText.document("labels_apply").put("done", applied.done()).put("position", applied.position());
        document.set("effect", effect(applied.effect()));
        document.put("already", applied.already().size());
        ArrayNode conflicts = document.putArray("conflicts");
        applied.conflicts()
                .forEach(conflict -> conflicts
                        .addObject()
                        .put("image", conflict.image())
                        .put("reason", conflict.reason())
                        .put("choice", conflict.choice())
                        .set("patch", row(conflict.row())));
        document.set("entries", entries(applied.entries()));
        return document;
    }

    /** {@code drydock.labels_merge/1}: two patches as one. */
    public static ObjectNode merged(PatchMerge merge, int rows) {
        ObjectNode document = JsonText.document("labels_merge").put("rows", rows);
        ArrayNode conflicts = document.putArray("conflicts");
        merge.conflicts().forEach(conflict -> {
            ObjectNode node = conflicts.addObject();
            ArrayNode first = node.putArray("first");
            conflict.first().forEach(row -> first.add(row(row)));
            ArrayNode second = node.putArray("second");
            conflict.second().forEach(row -> second.add(row(row)));
        });
        return document;
    }

    /** What a decision does to the set. */
    public static ObjectNode effect(BulkEffect effect) {
        ObjectNode node = JsonText.object()
                .put("images", effect.images())
                .put("changed", effect.changes().size())
                .put("needs_yes", effect.needsYes());
        node.set("classes", classes(effect.classes()));
        node.set("parts", parts(effect.parts()));
        node.set("sentences", JsonText.strings(effect.sentences()));
        node.put("alternative", effect.alternative().orElse(null));
        return node;
    }

    /** Entries of the journal in the shape of {@code drydock.log/1}. */
    public static ArrayNode entries(List<JournalEntry> entries) {
        ArrayNode array = JsonText.array();
        entries.forEach(entry -> array.add(entry(entry)));
        return array;
    }

    private static ObjectNode entry(JournalEntry entry) {
        ObjectNode node = JsonText.object()
                .put("seq", entry.seq())
                .put("batch", entry.batch())
                .put("action", entry.action().key())
                .put("image", blankToNull(entry.image()))
                .put("sha256", blankToNull(entry.sha256()))
                .put("old", entry.oldLabel().orElse(null))
                .put("new", entry.newLabel().orElse(null))
                .put("by", entry.by())
                .put("at", JsonText.time(entry.at()))
                .put("why", entry.why())
                .put("finding", entry.finding().orElse(null));
        node.set("score", number(entry.score().isPresent() ? entry.score().getAsDouble() : Double.NaN));
        if (entry.undoes().isPresent()) {
            node.put("undoes", entry.undoes().getAsLong());
        } else {
            node.putNull("undoes");
        }
        return node.put("suggested", entry.suggested().orElse(null)).put("version", entry.version());
    }

    private static ObjectNode row(PatchRow row) {
        ObjectNode node = JsonText.object()
                .put("image", row.image())
                .put("sha256", row.sha256())
                .put("action", row.action().key())
                .put("old", row.oldLabel().orElse(null))
                .put("new", row.newLabel().orElse(null))
                .put("by", row.signature().by())
                .put("at", JsonText.time(row.signature().at()))
                .put("why", row.signature().why());
        node.set("score", number(row.score().isPresent() ? row.score().getAsDouble() : Double.NaN));
        return node;
    }

    private static JsonNode number(double value) {
        return JsonText.number(value);
    }

    private static @Nullable String blankToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static ArrayNode classes(List<ClassEffect> classes) {
        ArrayNode array = JsonText.array();
        for (ClassEffect effect : classes) {
            ObjectNode node = array.addObject()
                    .put("code", effect.label().code())
                    .put("name", effect.label().name())
                    .put("before", effect.before())
                    .put("removed", effect.removed())
                    .put("added", effect.added())
                    .put("after", effect.after());
            node.set("removed_share", number(effect.removedShare()));
            node.set("added_share", number(effect.addedShare()));
        }
        return array;
    }

    private static ArrayNode parts(List<PartEffect> parts) {
        ArrayNode array = JsonText.array();
        for (PartEffect effect : parts) {
            array.addObject()
                    .put("part", effect.part())
                    .put("before", effect.before())
                    .put("removed", effect.removed())
                    .put("relabeled", effect.relabeled())
                    .put("restored", effect.restored())
                    .put("added", effect.added());
        }
        return array;
    }

    private static ArrayNode changes(List<LabelChange> changes) {
        ArrayNode array = JsonText.array();
        for (LabelChange change : changes) {
            array.addObject()
                    .put("image", change.image())
                    .put("old", change.before().orElse(null))
                    .put("new", change.after().orElse(null));
        }
        return array;
    }
}
