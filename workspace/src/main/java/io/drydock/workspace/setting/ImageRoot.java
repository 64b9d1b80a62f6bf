package io.drydock.workspace.setting;

import java.nio.file.Path;

/**
 * One of the folders that hold the images of a workspace.
 *
 * @param prefix what the names of its images begin with: empty, or one word and {@code /}
 * @param folder absolute
 */
public record ImageRoot(String prefix, Path folder) {
    /** Name of the image whose path below the folder is this. */
    public String nameOf(String below) {
        return prefix + below;
    }

    /** Whether an image of this name is looked for in this folder. */
    public boolean holds(String image) {
        return image.startsWith(prefix);
    }

    /** File of an image of this folder. */
    Path resolve(String image) {
        return folder.resolve(image.substring(prefix.length()));
    }
}
