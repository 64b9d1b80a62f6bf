package io.drydock.workspace.setting;

import io.drydock.workspace.store.Database;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Named texts of a workspace. Safe for use by many threads. */
public final class Settings {
    private final Database database;

    public Settings(Database database) {
        this.database = database;
    }

    public Optional<String> find(String name) {
        return database.read(handle -> handle.createQuery("SELECT value FROM setting WHERE name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
    }

    public void set(String name, String value) {
        database.write(handle -> {
            set(handle, name, value);
            return 0;
        });
    }

    /** Sets within a transaction of the caller. */
    public static void set(Handle handle, String name, String value) {
        handle.createUpdate("INSERT INTO setting (name, value) VALUES (:name, :value)"
                        + " ON CONFLICT (name) DO UPDATE SET value = excluded.value")
                .bind("name", name)
                .bind("value", value)
                .execute();
    }
}
