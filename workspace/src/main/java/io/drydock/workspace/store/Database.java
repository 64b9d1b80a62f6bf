package io.drydock.workspace.store;

import io.drydock.core.error.DrydockException;
import io.drydock.core.error.WorkspaceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
    private final Optional<WorkspaceException> refusal;

    private Database(Path file, Jdbi ordinary, Jdbi durable, Optional<WorkspaceException> refusal) {
        this.file = file;
        this.ordinary = ordinary;
        this.durable = durable;
        this.refusal = refusal;
    }

    private static Database writable(Path file, int busyMillis) {
        return new Database(
                file,
                jdbi(file, SQLiteConfig.SynchronousMode.NORMAL, busyMillis),
                jdbi(file, SQLiteConfig.SynchronousMode.FULL, busyMillis),
                Optional.empty());
    }

    /**
     * Opens the store, making and migrating it when needed. Where the disk is full or read-only, what is stored can still be
     * read, and each write throws.
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
        StoreLibrary.prepare();
        Migrator migrator = new Migrator(steps);
        try {
            if (!Files.isWritable(folder)) {
                throw WorkspaceException.failed("The folder " + folder
                        + " is read-only, so nothing in the workspace can be changed. Allow writing, or copy it.");
            }
            Database database = writable(file, busyMillis);
            migrator.migrate(database, file);
            return database;
        } catch (WorkspaceException refused) {
            boolean disk = !Files.isWritable(folder) || Refusal.ofWriting(refused);
            if (!disk || !Files.isRegularFile(file)) {
                throw refused;
            }
            return readable(file, busyMillis, migrator, refused);
        }
    }

    /** The same store on a disk that refuses to write: in place or, where SQLite must write in order to read, a copy. */
    private static Database readable(Path file, int busyMillis, Migrator migrator, WorkspaceException refused) {
        if (!ReadOnlyStore.hasLog(file)) {
            Jdbi inPlace = Jdbi.create(ReadOnlyStore.source(file));
            Database database = new Database(file, inPlace, inPlace, Optional.of(refused));
            if (migrator.isCurrent(database, file)) {
                return database;
            }
        }
        Path copy = ReadOnlyStore.copy(file, refused);
        Database copied = writable(copy, busyMillis);
        migrator.migrate(copied, copy);
        return new Database(file, copied.ordinary, copied.durable, Optional.of(refused));
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
        requireWritable();
        return told(() -> ordinary.inTransaction(work::on));
    }

    /**
     * Writes in one transaction that is on the disk when this returns.
     *
     * @throws WorkspaceException when SQLite refuses
     */
    public <T> T writeDurably(Work<T> work) {
        requireWritable();
        return told(() -> durable.inTransaction(work::on));
    }

    private <T> T told(java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (DrydockException e) {
            throw e;
        } catch (JdbiException e) {
            throw Refusal.of(file, e);
        } catch (RuntimeException e) {
            if (isDamaged()) {
                throw Refusal.damaged(file, e);
            }
            throw e;
        }
    }

    private void requireWritable() {
        refusal.ifPresent(refused -> {
            throw WorkspaceException.failed(refused.getMessage(), refused);
        });
    }

    /** Whether SQLite's own check of the file finds faults: rows of a damaged file may hold anything. */
    private boolean isDamaged() {
        try {
            return !ordinary.withHandle(handle -> handle.createQuery("PRAGMA integrity_check(1)")
                            .mapTo(String.class)
                            .first())
                    .equals("ok");
        } catch (JdbiException e) {
            return true;
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
