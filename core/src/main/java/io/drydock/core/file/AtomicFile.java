package io.drydock.core.file;

import io.drydock.core.error.WorkspaceException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Writes a file as a {@link Draft}, so that it appears complete or not at all, at the {@link Destination} of its name. Safe
 * for use by many threads.
 */
public final class AtomicFile {
    private static final int BUFFER_BYTES = 1 << 16;

    /** Writes the content of a file to a stream. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes text as UTF-8.
     *
     * @throws WorkspaceException if the target exists and must not be replaced, is no file, or the disk refuses
     */
    public static void write(Path target, String text, Existing existing) {
        write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)), existing);
    }

    /**
     * Writes bytes.
     *
     * @throws WorkspaceException if the target exists and must not be replaced, is no file, or the disk refuses
     */
    public static void write(Path target, byte[] bytes, Existing existing) {
        write(target, out -> out.write(bytes), existing);
    }

    /**
     * Writes what {@code content} writes; folders on the way are made.
     *
     * @throws WorkspaceException if the target exists and must not be replaced, is no file, or the disk refuses
     */
    public static void write(Path target, Content content, Existing existing) {
        Destination.require(target, existing);
        Path place = Destination.of(target);
        try (Draft draft = Draft.of(place)) {
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(draft.path(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    BUFFER_BYTES)) {
                content.writeTo(out);
            }
            draft.publish(existing);
        } catch (IOException e) {
            throw failed(target, e);
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof FileAlreadyExistsException && Files.exists(target)
                    ? Destination.exists(target)
                    : failed(target, Objects.requireNonNull(e.getCause()));
        }
    }

    private static WorkspaceException failed(Path target, IOException e) {
        String kind = e.getClass().getSimpleName();
        String reason = e.getMessage() == null ? kind : kind + " " + e.getMessage();
        return WorkspaceException.failed(
                "Could not write " + target + ": " + reason + ". Check the folder and the space on its disk.", e);
    }
}
