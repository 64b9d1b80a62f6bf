package io.drydock.workspace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.WorkspaceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    Path folder;

    @Test
    void aLockThatIsHeldTooLongIsExplained() {
        Path file = folder.resolve("drydock.db");
        Database holder = Database.open(file, 50, Migration.all());
        Database waiter = Database.open(file, 50, Migration.all());

        holder.write(handle -> {
            handle.execute("INSERT INTO setting VALUES ('a', 'b')");
            assertThatThrownBy(() -> waiter.write(other -> other.execute("INSERT INTO setting VALUES ('c', 'd')")))
                    .isInstanceOf(WorkspaceException.class)
                    .hasMessageContaining("is locked")
                    .hasMessageContaining("another program");
            return 0;
        });
    }

    @Test
    void aFileThatIsNoStoreIsExplained() throws Exception {
        Path file = folder.resolve("drydock.db");
        Files.writeString(file, "this is a text, and a long enough one to be looked at as a header ".repeat(40));

        assertThatThrownBy(() -> Database.open(file))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("damaged or no SQLite file")
                .hasMessageContaining("backup");
    }

    @Test
    void aDamagedStoreIsAFailureOfTheWorkAndNoWrongRequest() throws Exception {
        Path file = folder.resolve("drydock.db");
        Database.open(file).write(handle -> handle.execute("INSERT INTO setting VALUES ('a', 'b')"));
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 4096, bytes.length, (byte) 0x5A);
        Files.write(file, bytes);

        assertThatThrownBy(() -> Database.open(file)
                        .read(handle -> handle.createQuery("SELECT count(*) FROM setting")
                                .mapTo(Integer.class)
                                .one()))
                .isInstanceOfSatisfying(
                        WorkspaceException.class,
                        refused -> assertThat(refused.wrongRequest()).isFalse())
                .hasMessageContaining("is damaged")
                .hasMessageContaining("backup");
    }

    @Test
    void aMissingFolderIsExplained() {
        assertThatThrownBy(() -> Database.open(folder.resolve("none").resolve("drydock.db")))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("There is no folder");
    }

    @Test
    void manyThreadsWriteWithoutLosingAny() throws Exception {
        Database database = Database.open(folder.resolve("drydock.db"));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> writes = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String name = "n" + i;
                writes.add(threads.submit(
                        () -> database.write(handle -> handle.execute("INSERT INTO setting VALUES (?, 'x')", name))));
            }
            for (Future<?> write : writes) {
                write.get();
            }
        } finally {
            threads.shutdown();
        }

        int count = database.read(handle -> handle.createQuery("SELECT count(*) FROM setting")
                .mapTo(Integer.class)
                .one());
        assertThat(count).isEqualTo(60);
    }

    @Test
    void aFailedWriteLeavesNothing() {
        Database database = Database.open(folder.resolve("drydock.db"));

        assertThatThrownBy(() -> database.write(handle -> {
                    handle.execute("INSERT INTO setting VALUES ('a', 'b')");
                    throw new WorkspaceException("changed my mind");
                }))
                .hasMessage("changed my mind");

        int count = database.read(handle -> handle.createQuery("SELECT count(*) FROM setting")
                .mapTo(Integer.class)
                .one());
        assertThat(count).isZero();
    }
}
