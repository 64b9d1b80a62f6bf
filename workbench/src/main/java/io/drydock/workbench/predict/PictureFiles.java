package io.drydock.workbench.predict;

import io.drydock.core.error.DataException;
import io.drydock.core.folder.FolderWalk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Picture files named on a command line, folders standing for the pictures in them. Safe for use by many threads. */
public final class PictureFiles {
    private static final Set<String> ENDINGS =
            Set.of("jpg", "jpeg", "png", "webp", "bmp", "tif", "tiff", "gif", "jpe", "jfif");

    private PictureFiles() {}

    /**
     * Files as named, and those with a picture's ending under folders, in path order, each once.
     *
     * @throws DataException if a path does not exist or a folder holds no picture
     */
    public static List<Path> under(List<Path> paths) {
        Set<Path> files = new LinkedHashSet<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                List<Path> found = pictures(path);
                if (found.isEmpty()) {
                    throw new DataException(
                            "Folder " + path + " holds no picture (" + String.join(", ", ENDINGS) + ").");
                }
                files.addAll(found);
            } else if (Files.isRegularFile(path)) {
                files.add(path);
            } else {
                throw new DataException("There is no picture or folder " + path + ".");
            }
        }
        return new ArrayList<>(files);
    }

    private static List<Path> pictures(Path folder) {
        return FolderWalk.under(folder).images().stream().map(folder::resolve).toList();
    }
}
