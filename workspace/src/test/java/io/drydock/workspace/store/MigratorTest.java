package io.drydock.workspace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.WorkspaceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigratorTest {
    private static final Migration FIRST = new Migration(1, "0001-a.sql", "CREATE TABLE a (x INTEGER);\n");
    private static final Migration SECOND =
            new Migration(2, "0002-b.sql", "CREATE TABLE b (y INTEGER);\nINSERT INTO b SELECT x + 1 FROM a;\n");
    private static final Migration BROKEN =
            new Migration(2, "0002-broken.sql", "CREATE TABLE c (z INTEGER);\nINSERT INTO nowhere VALUES (1);\n");

    @TempDir
    Path folder;

    @Test
    void missingStepsAreTakenInOrderAfterABackup() {
        Path file = folder.resolve("drydock.db");
        open(file, FIRST).write(handle -> handle.execute("INSERT INTO a VALUES (41)"));

        Database migrated = open(file, FIRST, SECOND);

        assertThat(one(migrated, "SELECT y FROM b")).isEqualTo(42);
        Path backup = folder.resolve("drydock.db.v1.backup");
        assertThat(backup).exists();
        assertThat(one(open(backup, FIRST), "SELECT x FROM a")).isEqualTo(41);
    }

    @Test
    void listsOfAStoreWithoutAPoolAreKeptAndOneCanBeAdded() {
        Path file = folder.resolve("drydock.db");
        List<Migration> all = Migration.all();
        int pool = all.stream().map(Migration::name).toList().indexOf("0007-pool.sql");
        Database old = Database.open(file, 1_000, all.subList(0, pool));
        old.write(handle -> {
            handle.execute(
                    "INSERT INTO image (id, path, sha256, size_bytes, modified_millis) VALUES (1, 'a', '', 1, 1)");
            handle.execute("INSERT INTO member (list, position, image_id) VALUES ('labeled', 0, 1)");
            return handle.execute("INSERT INTO member (list, position, image_id) VALUES ('test', 0, 1)");
        });

        Database migrated = Database.open(file);

        assertThat(one(migrated, "SELECT count(*) FROM member WHERE image_id = 1"))
                .isEqualTo(2);
        migrated.write(handle -> handle.execute("INSERT INTO member (list, position, image_id) VALUES ('pool', 0, 1)"));
        assertThatThrownBy(() -> migrated.write(handle ->
                        handle.execute("INSERT INTO member (list, position, image_id) VALUES ('other', 0, 1)")))
                .isInstanceOf(WorkspaceException.class);
    }

    @Test
    void aStepThatFailsLeavesTheOldStoreWhole() {
        Path file = folder.resolve("drydock.db");
        open(file, FIRST).write(handle -> handle.execute("INSERT INTO a VALUES (41)"));

        assertThatThrownBy(() -> open(file, FIRST, BROKEN)).isInstanceOf(WorkspaceException.class);

        Database old = open(file, FIRST);
        assertThat(one(old, "PRAGMA user_version")).isEqualTo(1);
        assertThat(one(old, "SELECT count(*) FROM sqlite_schema WHERE name = 'c'"))
                .isZero();
    }

    @Test
    void aStoreOfANewerProgramIsRefusedAndNotTouched() throws Exception {
        Path file = folder.resolve("drydock.db");
        open(file, FIRST, SECOND);
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> open(file, FIRST))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("schema version 2")
                .hasMessageContaining("knows up to 1")
                .hasMessageContaining("newer Drydock");

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aTriggerIsOneStatement() {
        assertThat(Migration.all().get(0).statements())
                .filteredOn(sql -> sql.startsWith("CREATE TRIGGER"))
                .allMatch(sql -> sql.strip().endsWith("END;"))
                .hasSize(5);
    }

    private static Database open(Path file, Migration... steps) {
        return Database.open(file, 1000, List.of(steps));
    }

    private static int one(Database database, String sql) {
        return database.read(
                handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }
}
