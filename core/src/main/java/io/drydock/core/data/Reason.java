package io.drydock.core.data;

import java.util.Locale;

/** Why a row or an image cannot be used. */
public enum Reason {
    MISSING_FILE,
    /** The file holds other bytes than when it was looked at. */
    CHANGED_FILE,
    EMPTY_FILE,
    UNREADABLE,
    TOO_LARGE,
    DUPLICATE_ROW,
    CONFLICTING_LABEL,
    UNKNOWN_CLASS,
    /** The row of a list of labels names an image and has no label. */
    NO_LABEL,
    OUTSIDE_ROOT;

    /** Lower-case name with underscores, as files and {@code --json} write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
