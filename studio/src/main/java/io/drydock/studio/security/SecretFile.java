package io.drydock.studio.security;

import io.drydock.core.file.Draft;
import io.drydock.core.file.Existing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.slf4j.LoggerFactory;

/**
 * Keeps the studio's secret in the workspace, in a file that only its owner can read: a tab that is open when the studio
 * ends is let in again by the next one. A file that others could read, or that holds anything else, is replaced. Safe for
 * use by many threads and processes.
 */
public final class SecretFile {
    /** Name of the file in the folder of the workspace. */
    public static final String NAME = "studio.secret";

    private static final int MOST_BYTES = 256;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path file;

    /** @param workspace its folder */
    public SecretFile(Path workspace) {
        this.file = workspace.resolve(NAME);
    }

    /**
     * The secret that is kept, or a new one, which is kept from now on. Where the disk refuses, the new one is good for this
     * start only.
     */
    public AccessToken token() {
        Optional<AccessToken> kept = kept();
        if (kept.isPresent()) {
            return kept.get();
        }
        AccessToken fresh = AccessToken.random();
        try {
            return keep(fresh, Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? Existing.REPLACE : Existing.REFUSE);
        } catch (IOException | UncheckedIOException e) {
            LoggerFactory.getLogger(SecretFile.class)
                    .warn(
                            "Could not write {} ({}): after a restart of the studio, open tabs need the new address.",
                            file,
                            e.getMessage());
            return fresh;
        }
    }

    private Optional<AccessToken> kept() {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return found.isRegularFile() && found.size() <= MOST_BYTES && isPrivate()
                    ? AccessToken.parse(
                            Files.readString(file, StandardCharsets.ISO_8859_1).strip())
                    : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private boolean isPrivate() throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view == null || OWNER_ONLY.containsAll(view.readAttributes().permissions());
    }

    /** Two studios that start at the same moment agree on one secret: the second one finds the name taken. */
    private AccessToken keep(AccessToken fresh, Existing existing) throws IOException {
        try (Draft draft = Draft.of(file)) {
            FileAttribute<?>[] mode =
                    Files.getFileStore(draft.folder()).supportsFileAttributeView(PosixFileAttributeView.class)
                            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                            : new FileAttribute<?>[0];
            try (SeekableByteChannel out = Files.newByteChannel(
                    draft.path(), Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
                ByteBuffer bytes = ByteBuffer.wrap((fresh.value() + "\n").getBytes(StandardCharsets.US_ASCII));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            draft.publish(existing);
            return fresh;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof FileAlreadyExistsException) {
                return kept().orElse(fresh);
            }
            throw e;
        }
    }
}
