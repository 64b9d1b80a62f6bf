package io.drydock.workspace.label;

import io.drydock.core.error.WorkspaceException;
import io.drydock.core.label.Action;
import io.drydock.core.label.ImportedLabel;
import io.drydock.core.label.JournalEntry;
import io.drydock.core.label.LabelState;
import io.drydock.core.label.Signature;
import io.drydock.workspace.store.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The label decisions of a workspace, only ever added to; what was appended is on the disk when the call returns. The
 * labels now are a fold over it ({@link LabelState}). Safe for use by many threads and processes.
 */
public final class LabelJournal {
    private static final Known NOTHING = new Known(0, List.of(), List.of(), LabelState.fold(List.of(), List.of()));

    private final Database database;
    private final Clock clock;
    private volatile Known known = NOTHING;

    public LabelJournal(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What was read before: entries never change, so only later ones need to be read. */
    private record Known(long position, List<ImportedLabel> imported, List<JournalEntry> entries, LabelState state) {}

    /** Number of the last entry; 0 before the import. */
    public long position() {
        return database.read(handle -> JournalRows.last(handle, "seq"));
    }

    /** All entries in order. */
    public List<JournalEntry> entries() {
        return database.read(this::now).entries();
    }

    /** Entries up to and with a position, in order. */
    public List<JournalEntry> entries(long upTo) {
        return database.read(handle -> JournalRows.read(handle, 0, upTo));
    }

    /** Entries after one position, up to and with another, in order. */
    public List<JournalEntry> entries(long after, long upTo) {
        return database.read(handle -> JournalRows.read(handle, after, upTo));
    }

    /** The labels as of now. */
    public LabelState state() {
        return database.read(this::now).state();
    }

    /** What the store holds; called without changes of the same transaction, which might be rolled back. */
    private Known now(Handle handle) {
        long last = JournalRows.last(handle, "seq");
        Known kept = known;
        if (kept.position() == last) {
            return kept;
        }
        boolean newer = kept.position() < last;
        Known before = newer ? kept : NOTHING;
        List<JournalEntry> added = JournalRows.read(handle, before.position(), last);
        List<JournalEntry> entries = new ArrayList<>(before.entries());
        entries.addAll(added);
        boolean imported = added.stream().anyMatch(entry -> entry.action() == Action.IMPORT);
        List<ImportedLabel> labels = imported ? List.copyOf(JournalRows.imported(handle, last)) : before.imported();
        boolean onlyDecisions = added.stream().allMatch(entry -> entry.action().isDecision());
        LabelState state = onlyDecisions ? before.state().after(added) : LabelState.fold(labels, entries);
        Known after = new Known(last, labels, List.copyOf(entries), state);
        if (newer) {
            known = after;
        }
        return after;
    }

    /**
     * The labels as of a position.
     *
     * @throws WorkspaceException if the journal is not that long
     */
    public LabelState state(long position) {
        Known now = database.read(this::now);
        if (position < 0 || position > now.position()) {
            throw new WorkspaceException("The label journal has entries 1 to " + now.position() + ", and position "
                    + position + " was asked for.");
        }
        if (position == now.position()) {
            return now.state();
        }
        List<JournalEntry> entries =
                now.entries().stream().filter(entry -> entry.seq() <= position).toList();
        return database.read(handle -> LabelState.fold(JournalRows.imported(handle, position), entries));
    }

    /**
     * Appends decisions as one batch, undone together.
     *
     * @param by who decided
     * @param why the reason given, possibly empty
     * @return the entries as they stand in the journal
     */
    public List<JournalEntry> append(List<Decision> decisions, String by, String why) {
        return append(labels -> decisions, by, why);
    }

    /**
     * Appends decisions as one batch, undone together; nothing when there are none.
     *
     * @param decide makes the decisions from the labels as of now, which nobody can change meanwhile
     * @param by who decided
     * @param why the reason given, possibly empty
     * @return the entries as they stand in the journal
     */
    public List<JournalEntry> append(Function<LabelState, List<Decision>> decide, String by, String why) {
        return database.writeDurably(handle -> {
            Known before = now(handle);
            List<Decision> decisions = decide.apply(before.state());
            long batch = JournalRows.last(handle, "batch") + 1;
            Signature here = new Signature(by, clock.instant(), why);
            List<JournalEntry> entries = new ArrayList<>();
            for (Decision decision : decisions) {
                entries.add(decision.entry(before.position() + entries.size() + 1, batch, here));
            }
            JournalRows.insert(handle, entries);
            return List.copyOf(entries);
        });
    }

    /**
     * Takes back the last batches that count, or puts back the last ones taken back, as many as there are.
     *
     * @param undoOrRedo {@link Action#UNDO} or {@link Action#REDO}
     * @param batches how many at most
     * @return an entry a batch, in the order it was done; none when there was nothing to do
     */
    public List<JournalEntry> reverse(Action undoOrRedo, int batches, String by, String why) {
        return reverse(
                undoOrRedo,
                labels -> undoOrRedo == Action.UNDO ? labels.undoable(batches) : labels.redoable(batches),
                by,
                why);
    }

    /**
     * Appends an undo or redo of a whole batch.
     *
     * @param undoOrRedo {@link Action#UNDO} or {@link Action#REDO}
     */
    public JournalEntry reverse(Action undoOrRedo, long batch, String by, String why) {
        return reverse(undoOrRedo, labels -> List.of(batch), by, why).get(0);
    }

    private List<JournalEntry> reverse(
            Action undoOrRedo, Function<LabelState, List<Long>> which, String by, String why) {
        return database.writeDurably(handle -> {
            Known before = now(handle);
            long last = JournalRows.last(handle, "batch");
            List<JournalEntry> entries = new ArrayList<>();
            for (long batch : which.apply(before.state())) {
                int n = entries.size() + 1;
                entries.add(JournalEntry.reversal(
                        before.position() + n, last + n, undoOrRedo, batch, by, clock.instant(), why));
            }
            JournalRows.insert(handle, entries);
            return List.copyOf(entries);
        });
    }

    /** The imported labels as of now, before any decision, within a transaction of the caller. */
    public List<ImportedLabel> imported(Handle handle) {
        return JournalRows.imported(handle, Long.MAX_VALUE);
    }

    /**
     * Appends an import within a transaction of the caller.
     *
     * @param changes images added or changed; one without a code is in the pool
     * @param gone images that are no longer listed
     */
    public JournalEntry appendImport(
            Handle handle, List<ImportedLabel> changes, List<ImportedLabel> gone, String by, String why) {
        JournalEntry entry = JournalEntry.imported(
                JournalRows.last(handle, "seq") + 1, JournalRows.last(handle, "batch") + 1, by, clock.instant(), why);
        JournalRows.insert(handle, List.of(entry));
        JournalRows.insertImported(handle, entry.seq(), changes, gone);
        return entry;
    }
}
