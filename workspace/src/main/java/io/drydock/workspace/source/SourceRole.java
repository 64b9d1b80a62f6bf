package io.drydock.workspace.source;

import java.util.Locale;

/** What a file of the user's is for. */
public enum SourceRole {
    /** Names images and their labels. */
    LABELS,
    /** Names the images to predict. */
    TEST,
    /** Shows how a submission must look. */
    SAMPLE;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SourceRole ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
