package io.drydock.workspace.store;

import io.drydock.core.error.DrydockException;
import io.drydock.core.error.WorkspaceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The SQLite file of a workspace: reads, ordinary writes, and writes that are on the disk when they return. Every write
 * is one transaction that takes the write lock at its start. Safe for use by many threads and processes.
 */
public final class Database {
    private static final int BUSY_MILLIS = 10_000;

    /** Work on an open connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Handle handle);
    }

    private final Path file;
    private final Jdbi ordinary;
    private final Jdbi durable;

    private Database(Path file, int busyMillis) {
        this.file = file;
        this.ordinary = jdbi(file, SQLiteConfig.SynchronousMode.NORMAL, busyMillis);
        this.durable = jdbi(file, SQLiteConfig.SynchronousMode.FULL, busyMillis);
    }

    /**
     * Opens the store, making and migrating it when needed.
     *
     * @throws WorkspaceException if it is newer than this program, locked, damaged, or on a disk that refuses
     */
    public static Database open(Path file) {
        return open(file, BUSY_MILLIS, Migration.all());
    }

    /** Opens with a stated wait for locks and stated migrations. */
    static Database open(Path file, int busyMillis, List<Migration> steps) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new WorkspaceException("There is no folder " + folder + " to hold " + file.getFileName() + ".");
        }
        if (!Files.isWritable(folder)) {
            throw new WorkspaceException("The folder " + folder
                    + " is read-only. A workspace is written to even when it is read: allow writing, or copy it.");
        }
        Database database = new Database(file, busyMillis);
        new Migrator(steps).migrate(database, file);
        return database;
    }

    public Path file() {
        return file;
    }

    /**
     * Reads.
     *
     * @throws WorkspaceException when SQLite refuses
     */
    public <T> T read(Work<T> work) {
        return told(() -> ordinary.withHandle(work::on));
    }

    /**
     * Writes in one transaction; after a power cut the last moments may be gone, never half of them.
     *
     * @throws WorkspaceException when SQLite refuses
     */
    public <T> T write(Work<T> work) {
        return told(() -> ordinary.inTransaction(work::on));
    }

    /**
     * Writes in one transaction that is on the disk when this returns.
     *
     * @throws WorkspaceException when SQLite refuses
     */
    public <T> T writeDurably(Work<T> work) {
        return told(() -> durable.inTransaction(work::on));
    }

    private <T> T told(java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (DrydockException e) {
            throw e;
        } catch (JdbiException e) {
            throw Refusal.of(file, e);
        }
    }

    private static Jdbi jdbi(Path file, SQLiteConfig.SynchronousMode synchronous, int busyMillis) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(synchronous);
        config.setBusyTimeout(busyMillis);
        config.enforceForeignKeys(true);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return Jdbi.create(source);
    }
}
