package io.drydock.workspace.store;

import io.drydock.core.error.WorkspaceException;
import io.drydock.core.file.Draft;
import io.drydock.core.file.Existing;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Brings a store to this program's schema: a copy of the file first, then every missing step in one transaction, so
 * that a killed migration leaves the old store. For one thread at a time.
 */
public final class Migrator {
    private final List<Migration> steps;

    /** @param steps in order, numbered 1, 2, 3 ... */
    public Migrator(List<Migration> steps) {
        this.steps = List.copyOf(steps);
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).number() != i + 1) {
                throw new IllegalArgumentException("migration " + steps.get(i).name() + " stands at place " + (i + 1));
            }
        }
    }

    /**
     * Migrates the store at {@code file}.
     *
     * @throws WorkspaceException if a newer program wrote it, or the disk refuses
     */
    public void migrate(Database database, Path file) {
        int found = known(database, file);
        if (found == steps.size()) {
            return;
        }
        if (found > 0) {
            backUp(database, file, found);
        }
        database.write(handle -> {
            for (int i = version(handle); i < steps.size(); i++) {
                steps.get(i).statements().forEach(handle::execute);
            }
            handle.execute("PRAGMA user_version = " + steps.size());
            return 0;
        });
    }

    /**
     * Whether the store has this program's schema already.
     *
     * @throws WorkspaceException if a newer program wrote it
     */
    boolean isCurrent(Database database, Path file) {
        return known(database, file) == steps.size();
    }

    private int known(Database database, Path file) {
        int found = database.read(Migrator::version);
        if (found > steps.size()) {
            throw new WorkspaceException(file + " has schema version " + found + ", and this program knows up to "
                    + steps.size() + ". A newer Drydock wrote it: use that version, or a newer one.");
        }
        return found;
    }

    private static int version(Handle handle) {
        return handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one();
    }

    private static void backUp(Database database, Path file, int version) {
        Path target = file.resolveSibling(file.getFileName() + ".v" + version + ".backup");
        try (Draft draft = Draft.of(target)) {
            database.read(handle -> handle.execute("VACUUM INTO ?", draft.path().toString()));
            draft.publish(Existing.REPLACE);
        } catch (UncheckedIOException e) {
            throw WorkspaceException.failed(
                    "Could not back up " + file + " to " + target + " before migrating it: " + e.getMessage() + ".", e);
        }
    }
}
