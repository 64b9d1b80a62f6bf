package io.drydock.core.split;

import java.util.Locale;

/** A part of the data: trained on, validated on, or to be predicted. */
public enum Part {
    TRAIN,
    VALID,
    TEST;

    /** Lower-case name as files and {@code --json} write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
