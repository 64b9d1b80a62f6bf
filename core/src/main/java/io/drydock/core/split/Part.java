package io.drydock.core.split;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of the data: trained on, validated on, to be predicted, or without a label until somebody gives one. */
public enum Part {
    TRAIN,
    VALID,
    TEST,
    POOL;

    /** Lower-case name as files and {@code --json} write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part of a key, if there is one. */
    public static Optional<Part> of(String key) {
        return Arrays.stream(values()).filter(part -> part.key().equals(key)).findFirst();
    }
}
