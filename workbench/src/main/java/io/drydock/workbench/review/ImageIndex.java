package io.drydock.workbench.review;

import io.drydock.core.label.JournalEntry;
import io.drydock.core.label.LabelState;
import io.drydock.core.split.Split;
import io.drydock.workbench.review.ImageSnapshot.Entries;
import io.drydock.workspace.Revision;
import io.drydock.workspace.Workspace;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A workspace held open for judging: all images with their labels, parts and findings in memory, read again only where
 * something changed, by this program or another. Safe for use by many threads.
 */
public final class ImageIndex {
    private final Workspace workspace;
    private final Object lock = new Object();
    private volatile @Nullable ImageSnapshot last;

    private ImageIndex(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Opens the workspace in a folder.
     *
     * @throws io.drydock.core.error.WorkspaceException if there is none
     */
    public static ImageIndex open(Path workspace) {
        return new ImageIndex(Workspace.open(workspace));
    }

    /** The workspace behind it, for other operations. */
    public Workspace workspace() {
        return workspace;
    }

    /** What was known at the last look, without another: enough to find an image by its number. */
    public ImageSnapshot recent() {
        ImageSnapshot known = last;
        return known == null ? now() : known;
    }

    /** What is known now. */
    public ImageSnapshot now() {
        synchronized (lock) {
            Revision revision = workspace.revision();
            ImageSnapshot before = last;
            if (before != null && before.revision().equals(revision)) {
                return before;
            }
            ImageSnapshot now = before == null ? first(revision) : next(revision, before);
            last = now;
            return now;
        }
    }

    private ImageSnapshot first(Revision revision) {
        Optional<Split> split = workspace.splits().findCurrent();
        LabelState labels = workspace.journal().state();
        Entries entries = EntryReader.read(workspace, split, labels);
        return new ImageSnapshot(
                revision,
                workspace.classes(),
                entries,
                labels,
                split,
                new FoundThings(entries, workspace.findings().heads()),
                new LabelColumns(entries.all(), labels));
    }

    private ImageSnapshot next(Revision revision, ImageSnapshot before) {
        boolean sameSplit = before.revision().split() == revision.split();
        boolean sameImages = sameSplit && before.revision().images() == revision.images();
        boolean sameFindings = sameImages && before.revision().findings() == revision.findings();
        Optional<Split> split = sameSplit ? before.split() : workspace.splits().findCurrent();
        LabelState labels = workspace.journal().state();
        Entries entries = sameImages
                ? EntryReader.after(before.entries(), split, labels)
                : EntryReader.read(workspace, split, labels);
        return new ImageSnapshot(
                revision,
                sameImages ? before.classes() : workspace.classes(),
                entries,
                labels,
                split,
                sameFindings
                        ? before.found()
                        : new FoundThings(entries, workspace.findings().heads()),
                sameImages ? columns(before, labels) : new LabelColumns(entries.all(), labels));
    }

    /** The columns of labels that follow on those of a snapshot over the same images. */
    private LabelColumns columns(ImageSnapshot before, LabelState labels) {
        long position = before.labels().position();
        List<JournalEntry> added = workspace.journal().entries(position, labels.position());
        if (!added.stream().allMatch(entry -> entry.action().isDecision())) {
            return new LabelColumns(before.images(), labels);
        }
        Set<ImageEntry> decided = new HashSet<>();
        for (JournalEntry entry : added) {
            decided.addAll(before.entries().byContent().getOrDefault(entry.sha256(), List.of()));
            before.image(entry.image()).ifPresent(decided::add);
        }
        return before.columns().after(decided, labels);
    }
}
