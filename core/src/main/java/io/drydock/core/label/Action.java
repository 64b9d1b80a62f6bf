package io.drydock.core.label;

import java.util.Locale;

/** What a journal entry does. */
public enum Action {
    IMPORT,
    RELABEL,
    DROP,
    KEEP,
    UNSURE,
    DUPLICATE_OF,
    UNDO,
    REDO;

    /** Lower-case name with underscores, as files and {@code --json} write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The action of a key.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Action of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** Whether a person says something about an image, rather than about another entry. */
    public boolean isDecision() {
        return this != IMPORT && this != UNDO && this != REDO;
    }
}
