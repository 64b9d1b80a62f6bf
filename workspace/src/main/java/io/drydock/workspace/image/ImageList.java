package io.drydock.workspace.image;

import java.util.Locale;

/** The lists that the user's files make of images; one image may stand in both, which is a leak. */
public enum ImageList {
    /** Images with a given label. */
    LABELED,
    /** Images to predict, in the order of the test file. */
    TEST;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
