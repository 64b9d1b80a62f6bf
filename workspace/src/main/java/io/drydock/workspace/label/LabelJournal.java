package io.drydock.workspace.label;

import io.drydock.core.error.WorkspaceException;
import io.drydock.core.label.Action;
import io.drydock.core.label.ImportedLabel;
import io.drydock.core.label.JournalEntry;
import io.drydock.core.label.LabelState;
import io.drydock.workspace.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/**
 * The label decisions of a workspace, only ever added to; what was appended is on the disk when the call returns. The
 * labels now are a fold over it ({@link LabelState}). Safe for use by many threads and processes.
 */
public final class LabelJournal {
    private final Database database;
    private final Clock clock;

    public LabelJournal(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Number of the last entry; 0 before the import. */
    public long position() {
        return database.read(handle -> JournalRows.last(handle, "seq"));
    }

    /** All entries in order. */
    public List<JournalEntry> entries() {
        return entries(Long.MAX_VALUE);
    }

    /** Entries up to and with a position, in order. */
    public List<JournalEntry> entries(long upTo) {
        return database.read(handle -> JournalRows.read(handle, upTo));
    }

    /** The labels as of now. */
    public LabelState state() {
        return state(position());
    }

    /**
     * The labels as of a position.
     *
     * @throws WorkspaceException if the journal is not that long
     */
    public LabelState state(long position) {
        long last = position();
        if (position < 0 || position > last) {
            throw new WorkspaceException(
                    "The label journal has entries 1 to " + last + ", and position " + position + " was asked for.");
        }
        return database.read(
                handle -> LabelState.fold(JournalRows.imported(handle, position), JournalRows.read(handle, position)));
    }

    /**
     * Appends decisions as one batch, undone together.
     *
     * @param by who decided
     * @param why the reason given, possibly empty
     * @return the entries as they stand in the journal
     */
    public List<JournalEntry> append(List<Decision> decisions, String by, String why) {
        return database.writeDurably(handle -> {
            long seq = JournalRows.last(handle, "seq");
            long batch = JournalRows.last(handle, "batch") + 1;
            Instant now = clock.instant();
            List<JournalEntry> entries = new ArrayList<>();
            for (Decision decision : decisions) {
                entries.add(new JournalEntry(
                        ++seq,
                        batch,
                        decision.action(),
                        decision.image(),
                        decision.sha256(),
                        decision.oldLabel(),
                        decision.newLabel(),
                        by,
                        now,
                        why,
                        decision.finding(),
                        decision.score(),
                        OptionalLong.empty()));
            }
            JournalRows.insert(handle, entries);
            return List.copyOf(entries);
        });
    }

    /**
     * Appends an undo or redo of a whole batch.
     *
     * @param undoOrRedo {@link Action#UNDO} or {@link Action#REDO}
     */
    public JournalEntry reverse(Action undoOrRedo, long batch, String by, String why) {
        return database.writeDurably(handle -> {
            JournalEntry entry = JournalEntry.reversal(
                    JournalRows.last(handle, "seq") + 1,
                    JournalRows.last(handle, "batch") + 1,
                    undoOrRedo,
                    batch,
                    by,
                    clock.instant(),
                    why);
            JournalRows.insert(handle, List.of(entry));
            return entry;
        });
    }

    /** The imported labels as of now, before any decision, within a transaction of the caller. */
    public List<ImportedLabel> imported(Handle handle) {
        return JournalRows.imported(handle, Long.MAX_VALUE);
    }

    /**
     * Appends an import within a transaction of the caller.
     *
     * @param changes images added or changed; one without a code is no longer listed
     */
    public JournalEntry appendImport(Handle handle, List<ImportedLabel> changes, String by, String why) {
        JournalEntry entry = JournalEntry.imported(
                JournalRows.last(handle, "seq") + 1, JournalRows.last(handle, "batch") + 1, by, clock.instant(), why);
        JournalRows.insert(handle, List.of(entry));
        JournalRows.insertImported(handle, entry.seq(), changes);
        return entry;
    }
}
