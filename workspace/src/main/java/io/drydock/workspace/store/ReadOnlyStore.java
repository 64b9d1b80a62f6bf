package io.drydock.workspace.store;

import io.drydock.core.error.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Reads a store whose disk refuses to write. SQLite needs its write-ahead log's index file even to read, unless it is told
 * that nothing changes, and then it skips the log: so a store with a log is read from a copy elsewhere. Safe for use by many
 * threads.
 */
final class ReadOnlyStore {
    private static final String LOG = "-wal";

    private ReadOnlyStore() {}

    /** Whether changes wait in the write-ahead log that are not in the file itself. */
    static boolean hasLog(Path file) {
        try {
            Path log = log(file);
            return Files.exists(log) && Files.size(log) > 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** Connections to the file in place, which neither write nor lock. */
    static SQLiteDataSource source(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:file:" + file.toAbsolutePath().toUri().getRawPath() + "?immutable=1");
        return source;
    }

    /**
     * Copies the file and its log into the temporary folder until the process ends.
     *
     * @param refused thrown when there is no room for the copy either
     */
    static Path copy(Path file, WorkspaceException refused) {
        try {
            Path folder = Files.createTempDirectory("drydock-store");
            Path copy = folder.resolve("drydock.db");
            for (Path made : List.of(folder, copy, log(copy), copy.resolveSibling("drydock.db-shm"))) {
                made.toFile().deleteOnExit();
            }
            Files.copy(file, copy);
            if (hasLog(file)) {
                Files.copy(log(file), log(copy));
            }
            return copy;
        } catch (IOException e) {
            refused.addSuppressed(e);
            throw refused;
        }
    }

    private static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + LOG);
    }
}
