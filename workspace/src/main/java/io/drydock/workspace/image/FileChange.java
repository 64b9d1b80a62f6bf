package io.drydock.workspace.image;

import io.drydock.core.data.FileProblem;
import io.drydock.core.data.ImageLocator;
import io.drydock.core.data.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * What one look at an image's file found, compared with what is stored of it: size and time first, the content only
 * where these differ.
 *
 * @param modifiedMillis when the file was last changed, milliseconds since 1970
 * @param problem how it differs; empty when it holds the bytes that are stored
 */
record FileChange(long modifiedMillis, Optional<FileProblem> problem) {
    /** @param known contents of files that were read before, so that a file is read once for each of its times */
    static FileChange of(ImageLocator files, StoredImage image, FileContents known) {
        try {
            Path file = files.resolve(image.path());
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            long modified = found.lastModifiedTime().toMillis();
            boolean same = found.size() == image.sizeBytes() && modified == image.modifiedMillis();
            if (same
                    || (found.size() == image.sizeBytes()
                            && known.sha256(file, found).equals(image.sha256()))) {
                return new FileChange(modified, Optional.empty());
            }
            return problem(image, Reason.CHANGED_FILE, "has changed since drydock init looked at it");
        } catch (NoSuchFileException e) {
            return problem(image, Reason.MISSING_FILE, "is no longer in the image folder");
        } catch (IOException | InvalidPathException e) {
            return problem(image, Reason.UNREADABLE, "cannot be read any more (" + e + ")");
        }
    }

    private static FileChange problem(StoredImage image, Reason reason, String what) {
        return new FileChange(-1, Optional.of(new FileProblem(reason, image.path() + " " + what + ".")));
    }
}
