package io.drydock.workspace.image;

import java.util.Locale;

/** The lists that the user's files make of images; one image may be in the first two, which is a leak. */
public enum ImageList {
    /** Images with a given label. */
    LABELED,
    /** Images to predict, in the order of the test file. */
    TEST,
    /** Images that came without a label, to be given one; they stay in this list when they have it. */
    POOL;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
