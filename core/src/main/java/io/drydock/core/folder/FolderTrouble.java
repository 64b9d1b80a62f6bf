package io.drydock.core.folder;

import io.drydock.core.data.NoteCode;

/**
 * A folder, link or file that the walk could not enter.
 *
 * @param path relative to the image folder, with {@code /}
 * @param code what is wrong
 * @param message where it leads, or why it cannot be read; possibly empty
 */
public record FolderTrouble(String path, NoteCode code, String message) {}
