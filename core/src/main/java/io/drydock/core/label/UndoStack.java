package io.drydock.core.label;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Which batches count, and what undo and redo would touch next, read from the journal. For one thread at a time. */
final class UndoStack {
    private final Deque<Long> done = new ArrayDeque<>();
    private final Deque<Long> undone = new ArrayDeque<>();
    private final Set<Long> inactive = new HashSet<>();

    static UndoStack of(List<JournalEntry> entries) {
        UndoStack stack = new UndoStack();
        entries.forEach(stack::accept);
        return stack;
    }

    /** A stack that has taken more entries; this one stays as it is. */
    UndoStack after(List<JournalEntry> entries) {
        UndoStack stack = new UndoStack();
        stack.done.addAll(done);
        stack.undone.addAll(undone);
        stack.inactive.addAll(inactive);
        entries.forEach(stack::accept);
        return stack;
    }

    private void accept(JournalEntry entry) {
        switch (entry.action()) {
            case IMPORT -> {}
            case UNDO -> {
                long batch = entry.undoes().orElseThrow();
                if (inactive.add(batch)) {
                    done.remove(batch);
                    undone.push(batch);
                }
            }
            case REDO -> {
                long batch = entry.undoes().orElseThrow();
                if (inactive.remove(batch)) {
                    undone.remove(batch);
                    done.push(batch);
                }
            }
            default -> {
                if (done.isEmpty() || done.element() != entry.batch()) {
                    done.push(entry.batch());
                    undone.clear();
                }
            }
        }
    }

    boolean isActive(long batch) {
        return !inactive.contains(batch);
    }

    OptionalLong undoable() {
        return done.isEmpty() ? OptionalLong.empty() : OptionalLong.of(done.element());
    }

    List<Long> undoable(int most) {
        return done.stream().limit(most).toList();
    }

    List<Long> redoable(int most) {
        return undone.stream().limit(most).toList();
    }

    OptionalLong redoable() {
        return undone.isEmpty() ? OptionalLong.empty() : OptionalLong.of(undone.element());
    }
}
