package io.drydock.workbench.label;

import io.drydock.core.data.NameMatcher;
import io.drydock.core.label.Action;
import io.drydock.core.label.ImportedLabel;
import io.drydock.core.label.JournalEntry;
import io.drydock.core.label.LabelPatch;
import io.drydock.core.label.LabelState;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.source.SourceFile;
import io.drydock.workspace.source.SourceRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Labels on their way out of a workspace, and a patch on its way in. Safe for use by many threads. */
public final class LabelTransfer {
    private final Workspace workspace;
    private final LabelPatch patch;
    private final boolean theirs;
    private final Map<String, String> contents = new HashMap<>();

    /** @param theirs whether the patch is right where it contradicts a decision that was taken here */
    public LabelTransfer(Workspace workspace, LabelPatch patch, boolean theirs) {
        this.workspace = workspace;
        this.patch = patch;
        this.theirs = theirs;
        workspace.images().byPath().forEach((path, image) -> contents.put(path, image.sha256()));
        workspace.journal().state().imported().forEach(known -> contents.put(known.image(), known.sha256()));
    }

    /** What the patch comes to on these labels. */
    public PatchApplication plan(LabelState labels) {
        return PatchApplication.of(patch, labels, contents, workspace.classes(), theirs);
    }

    /** What a plan does to the set. */
    public BulkEffect effect(LabelState labels, PatchApplication plan) {
        List<JournalEntry> entries = plan.entries(labels);
        return BulkEffect.of(
                Action.RELABEL,
                entries.size(),
                0,
                labels,
                labels.after(entries),
                workspace.classes(),
                workspace.splits().findCurrent());
    }

    /** The labels as of a position, in the format of the file they came from. */
    public static LabelExport export(Workspace workspace, OptionalLong position, boolean plain, boolean onlyUsable) {
        LabelState labels = position.isPresent()
                ? workspace.journal().state(position.getAsLong())
                : workspace.journal().state();
        Optional<SourceFile> source = workspace.sources().find(SourceRole.LABELS);
        NameMatcher names = NameMatcher.of(
                labels.imported().stream().map(ImportedLabel::image).toList(),
                workspace.imageRoots().prefixes());
        return source.isPresent() && !plain
                ? LabelExport.like(source.get(), labels, onlyUsable, names)
                : LabelExport.plain(labels);
    }

    /** Decisions after a position of the journal, as they count now. */
    public static LabelPatch patch(Workspace workspace, long after) {
        LabelState before = workspace.journal().state(after);
        return LabelPatch.of(
                workspace.journal().entries(),
                after,
                before,
                workspace.journal().state());
    }
}
