package io.drydock.core.file;

/** What to do when the target of a write is there already. */
public enum Existing {
    /** Refuse, naming the file and {@code --force}. */
    REFUSE,
    /** Put the new one in its place in one step. */
    REPLACE
}
