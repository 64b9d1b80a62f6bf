package io.drydock.workspace.source;

import io.drydock.core.data.ClassLabel;
import io.drydock.core.data.ClassList;
import org.jdbi.v3.core.Handle;

/** The classes as stored, in init order. Safe for use by many threads. */
public final class ClassTable {
    private ClassTable() {}

    public static ClassList read(Handle handle) {
        return new ClassList(handle.createQuery("SELECT code, name FROM class ORDER BY position")
                .map((r, c) -> new ClassLabel(r.getString("code"), r.getString("name")))
                .list());
    }

    /** Adds a class after the others; false when its code is there. */
    public static boolean add(Handle handle, ClassLabel added) {
        ClassList known = read(handle);
        if (known.indexOf(added.code()).isPresent()) {
            return false;
        }
        replace(handle, known.with(added));
        return true;
    }

    static void replace(Handle handle, ClassList classes) {
        handle.execute("DELETE FROM class");
        for (int i = 0; i < classes.size(); i++) {
            handle.execute(
                    "INSERT INTO class (position, code, name) VALUES (?, ?, ?)",
                    i,
                    classes.get(i).code(),
                    classes.get(i).name());
        }
    }
}
