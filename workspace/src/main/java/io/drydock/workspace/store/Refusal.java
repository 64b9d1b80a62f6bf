package io.drydock.workspace.store;

import io.drydock.core.error.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** What SQLite's result codes mean to a person, and what to do about each. */
final class Refusal {
    private static final String DAMAGED =
            " is damaged or no SQLite file. Copy the workspace folder first. Then put back a backup"
                    + " (drydock.db.v*.backup), or move drydock.db away and make the workspace anew by drydock init; the"
                    + " runs folder keeps the trained weights.";
    private static final int IO_ERROR = 10;
    private static final int FULL = 13;
    /** READONLY, IOERR, FULL, CANTOPEN. */
    private static final Set<Integer> WRITING = Set.of(8, IO_ERROR, FULL, 14);

    private static final long LITTLE_BYTES = 1 << 16;

    private Refusal() {}

    static WorkspaceException of(Path file, Throwable failure) {
        SQLiteException sqlite = find(failure);
        if (sqlite == null) {
            return WorkspaceException.failed("The store " + file + " refused: " + failure.getMessage(), failure);
        }
        return WorkspaceException.failed(text(file, sqlite), failure);
    }

    /** Whether the disk refused to write, so that what is stored may still be readable. */
    static boolean ofWriting(Throwable failure) {
        SQLiteException sqlite = find(failure);
        return sqlite != null && WRITING.contains(code(sqlite));
    }

    static WorkspaceException damaged(Path file, Throwable failure) {
        return WorkspaceException.failed(file + DAMAGED, failure);
    }

    /** SQLite says an I/O error, too, when it finds no room for its log's index. */
    private static boolean isFull(Path file, SQLiteException e) {
        try {
            return code(e) == IO_ERROR && Files.getFileStore(file).getUsableSpace() < LITTLE_BYTES;
        } catch (IOException unknown) {
            return false;
        }
    }

    private static int code(SQLiteException e) {
        return e.getResultCode().code & 0xFF;
    }

    private static String text(Path file, SQLiteException e) {
        return switch (isFull(file, e) ? FULL : code(e)) {
            case 5, 6 ->
                file + " is locked: another program has been writing to it for too long."
                        + " Wait for it to end, then try again.";
            case 8 -> file + " is read-only, so nothing in it can be changed. Allow writing, or copy the workspace.";
            case IO_ERROR ->
                "The disk refused to read or write " + file + " ("
                        + e.getResultCode().name()
                        + "). SQLite needs a local disk with room; network drives are not supported.";
            case 11, 26 -> file + DAMAGED;
            case FULL ->
                "The disk that holds " + file + " is full, so nothing in it can be changed. Make room, for instance by"
                        + " deleting the cache folder of the workspace, and try again.";
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
