package io.drydock.workspace.run;

import java.util.Locale;

/** Where a run stands. */
public enum RunStatus {
    /** A living process is training it. */
    RUNNING,
    /** Trained to its end, or to an early stop. */
    DONE,
    /** Stopped on request, or its process died; it can be resumed. */
    INTERRUPTED,
    /** Training could not go on; the message says why. */
    FAILED;

    /** Lower-case name as {@code --json} writes it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunStatus ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
