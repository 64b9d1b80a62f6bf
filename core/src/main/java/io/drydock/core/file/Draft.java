package io.drydock.core.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file or folder in the making, under a hidden name of its own beside its target: filled, forced to the disk, then put
 * in its place, so that the target is complete or absent whatever happens to the process or the machine. What a killed
 * writer leaves is never taken for a target. Every method that touches the disk throws {@link UncheckedIOException}.
 * For one thread at a time.
 */
public final class Draft implements AutoCloseable {
    private static final String ENDING = ".draft";
    private static final Pattern NAME = Pattern.compile("\\..+\\.(\\d{1,18})-[0-9a-f]{8}\\.draft");
    private static final long DEAD_MILLIS = 60_000;
    private static final long ABANDONED_MILLIS = 3_600_000;

    private final Path target;
    private final Path path;

    private Draft(Path target, Path path) {
        this.target = target;
        this.path = path;
    }

    /** A draft of a target; the folders on the way are made, the draft itself is not. */
    public static Draft of(Path target) {
        Path absolute = target.toAbsolutePath();
        Path folder = Objects.requireNonNull(absolute.getParent(), "a target has a folder around it");
        String name =
                "." + absolute.getFileName() + "." + ProcessHandle.current().pid() + "-"
                        + UUID.randomUUID().toString().substring(0, 8) + ENDING;
        try {
            Trees.make(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Draft(absolute, folder.resolve(name));
    }

    /** Where to write, or to make a folder, until {@link #publish}. */
    public Path path() {
        return path;
    }

    /**
     * Forces what was written to the disk and puts it in its place. A folder replaces nothing: remove its target first.
     *
     * @throws UncheckedIOException holding a {@link FileAlreadyExistsException} if the target exists and is not to be replaced
     */
    public void publish(Existing existing) {
        try {
            forceAll();
            if (existing == Existing.REFUSE) {
                linkOrMove();
            } else {
                move();
            }
            forceFolder(folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that the target will stand in. */
    public Path folder() {
        return Objects.requireNonNull(target.getParent());
    }

    private void forceAll() throws IOException {
        if (Files.isDirectory(path)) {
            try (Stream<Path> inside = Files.walk(path)) {
                for (Path one : inside.sorted(Comparator.reverseOrder()).toList()) {
                    force(one);
                }
            }
        } else {
            force(path);
        }
    }

    private static void force(Path one) throws IOException {
        if (Files.isDirectory(one)) {
            forceFolder(one);
            return;
        }
        try (FileChannel channel = FileChannel.open(one, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes names in a folder lasting. Windows does not open folders, and needs no such call. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The file itself is on the disk; only the moment at which its name is, is left to the system.
        }
    }

    private void move() throws IOException {
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A hard link fails when the name is taken, even by a file made a moment ago; a rename would replace it. */
    private void linkOrMove() throws IOException {
        try {
            Files.createLink(target, path);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            Files.move(path, target);
        }
    }

    /** Removes what was not published. */
    @Override
    public void close() {
        remove(path);
    }

    /** Whether a name is that of a draft, of this process or another. */
    public static boolean isDraft(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    /**
     * Removes the drafts in a folder that killed writers left: those whose process is gone and that nobody has written to
     * for a minute, and any that nobody has written to for an hour. A folder that is not there has none.
     */
    public static void removeAbandoned(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> drafts = files.filter(Draft::isDraft).toList();
            long now = System.currentTimeMillis();
            for (Path draft : drafts) {
                if (abandoned(draft, now)) {
                    remove(draft);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean abandoned(Path draft, long nowMillis) {
        var name = NAME.matcher(draft.getFileName().toString());
        try {
            long idleMillis = nowMillis - Files.getLastModifiedTime(draft).toMillis();
            boolean dead = name.matches()
                    && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
            return idleMillis > (dead ? DEAD_MILLIS : ABANDONED_MILLIS);
        } catch (IOException e) {
            // Published or removed since the folder was listed.
            return false;
        }
    }

    /** A draft that cannot be removed does no harm; the write itself has told its outcome. */
    private static void remove(Path draft) {
        try {
            Trees.delete(draft);
        } catch (IOException e) {
            // Removed later, as abandoned.
        }
    }
}
