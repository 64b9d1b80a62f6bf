package io.drydock.workspace.file;

import io.drydock.core.error.WorkspaceException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file under a temporary name beside its target, forces it to the disk and renames it, so that the target
 * appears complete or not at all. Safe for use by many threads.
 */
public final class AtomicFile {
    /** What to do when the target is there already. */
    public enum Existing {
        /** Refuse, naming the file and {@code --force}. */
        REFUSE,
        /** Put the new file in its place in one step. */
        REPLACE
    }

    /** Writes the content of a file to a stream. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes text as UTF-8.
     *
     * @throws WorkspaceException if the target exists and must not be replaced, or the disk refuses
     */
    public static void write(Path target, String text, Existing existing) {
        write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)), existing);
    }

    /**
     * Writes bytes.
     *
     * @throws WorkspaceException if the target exists and must not be replaced, or the disk refuses
     */
    public static void write(Path target, byte[] bytes, Existing existing) {
        write(target, out -> out.write(bytes), existing);
    }

    /**
     * Writes what {@code content} writes; folders on the way are made.
     *
     * @throws WorkspaceException if the target exists and must not be replaced, or the disk refuses
     */
    public static void write(Path target, Content content, Existing existing) {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null || Files.isDirectory(absolute)) {
            throw new WorkspaceException(target + " is a folder; name a file to write.");
        }
        if (existing == Existing.REFUSE && Files.exists(absolute)) {
            throw refused(target);
        }
        Path temporary = null;
        try {
            Files.createDirectories(folder);
            temporary = Files.createTempFile(folder, "." + absolute.getFileName() + ".", ".tmp");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16)) {
                content.writeTo(out);
            }
            force(temporary);
            readableAs(temporary);
            publish(temporary, absolute, target, existing);
        } catch (IOException e) {
            throw new WorkspaceException("Could not write " + target + ": " + reason(e) + ".", e);
        } finally {
            remove(temporary);
        }
    }

    private static void publish(Path temporary, Path absolute, Path named, Existing existing) throws IOException {
        if (existing == Existing.REFUSE) {
            linkOrMove(temporary, absolute, named);
            return;
        }
        try {
            Files.move(temporary, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, absolute, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A hard link fails when the name is taken, even by a file made a moment ago; a rename would replace it. */
    private static void linkOrMove(Path temporary, Path absolute, Path named) throws IOException {
        try {
            Files.createLink(absolute, temporary);
        } catch (FileAlreadyExistsException e) {
            throw refused(named);
        } catch (IOException | UnsupportedOperationException e) {
            Files.move(temporary, absolute);
        }
    }

    private static WorkspaceException refused(Path target) {
        return new WorkspaceException(
                target + " exists already and is not overwritten. Name another file, or say --force.");
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Temporary files are born private (0600); results are ordinary files. */
    private static void readableAs(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getClass().getSimpleName() + " " + e.getMessage();
    }

    private static void remove(@org.jspecify.annotations.Nullable Path temporary) {
        if (temporary != null) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException e) {
                // A left-over temporary file does no harm; the write itself has already told its outcome.
            }
        }
    }
}
