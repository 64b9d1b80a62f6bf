package io.drydock.workspace.store;

import io.drydock.core.error.WorkspaceException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** What SQLite's result codes mean to a person, and what to do about each. */
final class Refusal {
    private Refusal() {}

    static WorkspaceException of(Path file, Throwable failure) {
        SQLiteException sqlite = find(failure);
        if (sqlite == null) {
            return new WorkspaceException("The store " + file + " refused: " + failure.getMessage(), failure);
        }
        return new WorkspaceException(text(file, sqlite), failure);
    }

    private static String text(Path file, SQLiteException e) {
        return switch (e.getResultCode().code & 0xFF) {
            case 5, 6 ->
                file + " is locked: another program has been writing to it for too long."
                        + " Wait for it to end, then try again.";
            case 8 ->
                file + " is read-only. A workspace is written to even when it is read: allow writing, or copy it.";
            case 10 ->
                "The disk refused to read or write " + file + " ("
                        + e.getResultCode().name()
                        + "). SQLite needs a local disk with room; network drives are not supported.";
            case 11, 26 ->
                file + " is damaged or no SQLite file. Put back a backup (drydock.db.v*.backup), or make a"
                        + " new workspace by drydock init.";
            case 13 ->
                "The disk that holds " + file + " is full. Make room, for instance by deleting the cache"
                        + " folder of the workspace, and try again.";
            case 14 ->
                file + " cannot be opened. Check that its folder exists and may be written to; network drives"
                        + " are not supported.";
            case 15 ->
                file + " cannot be locked as SQLite needs it. Network drives are not supported: keep the"
                        + " workspace on a local disk.";
            default -> "The store " + file + " refused: " + e.getMessage();
        };
    }

    private static @Nullable SQLiteException find(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return sqlite;
            }
        }
        return null;
    }
}
