package io.drydock.workspace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.WorkspaceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadOnlyStoreTest {
    private static final WorkspaceException REFUSED = WorkspaceException.failed("the disk is full");

    @TempDir
    Path folder;

    private Path storeWith(String value) throws Exception {
        Path file = Files.createDirectories(folder.resolve("a b#c%20ä")).resolve("drydock.db");
        Database.open(file).write(handle -> handle.execute("INSERT INTO setting VALUES ('a', ?)", value));
        return file;
    }

    private static String read(Jdbi store) {
        return store.withHandle(handle -> handle.createQuery("SELECT value FROM setting WHERE name = 'a'")
                .mapTo(String.class)
                .one());
    }

    @Test
    void aStoreIsReadInPlaceWithoutAnyFileBesideIt() throws Exception {
        Path file = storeWith("here");
        assertThat(ReadOnlyStore.hasLog(file)).isFalse();

        assertThat(read(Jdbi.create(ReadOnlyStore.source(file)))).isEqualTo("here");

        try (Stream<Path> beside = Files.list(file.getParent())) {
            assertThat(beside).containsExactly(file);
        }
    }

    @Test
    void aStoreWhoseChangesWaitInItsLogIsReadFromACopy() throws Exception {
        Path file = storeWith("here");
        Database.open(file).write(handle -> {
            handle.execute("PRAGMA wal_autocheckpoint = 0");
            handle.execute("UPDATE setting SET value = 'changed' WHERE name = 'a'");
            return 0;
        });
        Path killed = Files.createDirectory(folder.resolve("killed")).resolve("drydock.db");
        Database.open(file).read(holder -> {
            Database.open(file).write(handle -> handle.execute("UPDATE setting SET value = 'in the log'"));
            try {
                Files.copy(file, killed);
                Files.copy(file.resolveSibling("drydock.db-wal"), killed.resolveSibling("drydock.db-wal"));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return 0;
        });
        assertThat(ReadOnlyStore.hasLog(killed)).isTrue();

        Path copy = ReadOnlyStore.copy(killed, REFUSED);

        String value = Database.open(copy)
                .read(handle -> handle.createQuery("SELECT value FROM setting")
                        .mapTo(String.class)
                        .one());
        assertThat(value).isEqualTo("in the log");
        assertThat(copy.getParent()).isNotEqualTo(killed.getParent());
    }

    @Test
    void whereNoCopyCanBeMadeTheFirstReasonIsTold() {
        assertThatThrownBy(() -> ReadOnlyStore.copy(folder.resolve("none.db"), REFUSED))
                .isSameAs(REFUSED);
    }
}
