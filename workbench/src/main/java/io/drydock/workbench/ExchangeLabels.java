package io.drydock.workbench;

import io.drydock.core.error.DataException;
import io.drydock.core.file.AtomicFile;
import io.drydock.core.file.Existing;
import io.drydock.core.label.JournalEntry;
import io.drydock.core.label.LabelPatch;
import io.drydock.core.label.LabelState;
import io.drydock.core.label.PatchCsv;
import io.drydock.core.label.PatchMerge;
import io.drydock.core.label.PatchRow;
import io.drydock.workbench.label.BulkEffect;
import io.drydock.workbench.label.LabelExport;
import io.drydock.workbench.label.LabelTransfer;
import io.drydock.workbench.label.PatchApplication;
import io.drydock.workbench.label.PatchConflict;
import io.drydock.workbench.picture.ChangedPictures;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.label.Decision;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * {@code drydock labels export|patch|apply|merge}: carries labels and decisions out of a workspace and into another.
 * Nothing of the user's is overwritten unless asked, and of two opinions none is taken silently. Safe for use by many
 * threads.
 */
public final class ExchangeLabels {
    /** What to do where two opinions meet. */
    public enum Prefer {
        /** Take nothing, and show them. */
        NOTHING,
        /** Take what is here, or what the first patch says. */
        OURS,
        /** Take what the patch says, or the second patch. */
        THEIRS,
        /** Leave what meets out, and take the rest. */
        NEITHER
    }

    /**
     * What a patch did, or would do.
     *
     * @param done whether it is in the journal
     * @param entries one batch, undone as one
     * @param already rows that held already
     * @param conflicts rows that were not taken
     */
    public record Applied(
            boolean done,
            BulkEffect effect,
            List<JournalEntry> entries,
            List<PatchRow> already,
            List<PatchConflict> conflicts,
            long position) {
        public Applied {
            entries = List.copyOf(entries);
            already = List.copyOf(already);
            conflicts = List.copyOf(conflicts);
        }

        /** Whether somebody must say which opinion counts. */
        public boolean needsChoice() {
            return !done && !conflicts.isEmpty();
        }
    }

    /**
     * The labels as a CSV in the input's own format.
     *
     * @param position of the journal; empty for now
     * @param plain whether to write {@code image,label} whatever the input was
     * @param onlyUsable whether to leave out rows of the input that name no usable image
     */
    public LabelExport export(Path workspace, OptionalLong position, boolean plain, boolean onlyUsable) {
        return LabelTransfer.export(Workspace.open(workspace), position, plain, onlyUsable);
    }

    /**
     * Decisions as a patch.
     *
     * @param after only decisions after this position of the journal; 0 for all
     */
    public LabelPatch patch(Path workspace, long after) {
        return LabelTransfer.patch(Workspace.open(workspace), after);
    }

    /**
     * Takes the decisions of a patch, unless they contradict ones taken here and nobody said which count, or their
     * effect must be confirmed.
     *
     * @param by who applies it
     * @param yes whether an effect beyond {@link BulkEffect#LIMIT} of a class is meant
     * @throws DataException if the file is no patch
     */
    public Applied apply(Path workspace, Path file, Prefer prefer, String by, boolean yes) {
        Workspace opened = Workspace.open(workspace);
        LabelPatch patch = PatchCsv.read(file);
        LabelTransfer transfer = new LabelTransfer(opened, patch, prefer == Prefer.THEIRS);
        LabelState before = opened.journal().state();
        PatchApplication plan = transfer.plan(before);
        ChangedPictures.refuse(
                opened, plan.decisions().stream().map(Decision::image).toList());
        BulkEffect effect = transfer.effect(before, plan);
        boolean blocked = !plan.conflicts().isEmpty() && prefer == Prefer.NOTHING;
        boolean done = !blocked && (yes || !effect.needsYes());
        List<JournalEntry> entries = done
                ? opened.journal()
                        .append(labels -> transfer.plan(labels).decisions(), by, "patch " + file.getFileName())
                : List.of();
        return new Applied(
                done,
                effect,
                entries,
                plan.already(),
                plan.conflicts(),
                opened.journal().position());
    }

    /**
     * Merges two patches.
     *
     * @throws DataException if a file is no patch
     */
    public PatchMerge merge(Path first, Path second) {
        return PatchMerge.of(PatchCsv.read(first), PatchCsv.read(second));
    }

    /** The merged patch with conflicts answered one way; {@link Prefer#NEITHER} leaves them out. */
    public LabelPatch resolved(PatchMerge merge, Prefer prefer) {
        return switch (prefer) {
            case OURS -> merge.resolved(true);
            case THEIRS -> merge.resolved(false);
            default -> merge.patch();
        };
    }

    /**
     * Writes a file whole or not at all.
     *
     * @param force whether a file that is there may be replaced
     * @throws io.drydock.core.error.WorkspaceException if it is there and may not, or the disk refuses
     */
    public void write(Path file, byte[] bytes, boolean force) {
        AtomicFile.write(file, bytes, force ? Existing.REPLACE : Existing.REFUSE);
    }
}
