package io.drydock.core.data;

import java.nio.file.Path;

/** Finds the file of an image by the relative path that is its identity. */
public interface ImageLocator {
    /**
     * The file of an image, whether it is there or not.
     *
     * @param image relative path with {@code /}
     * @throws java.nio.file.InvalidPathException if the path cannot be one on this machine
     */
    Path resolve(String image);

    /** Where the image is looked for, for the end of a sentence: {@code the image folder /photos}. */
    String searched(String image);
}
