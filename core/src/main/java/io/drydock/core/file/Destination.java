package io.drydock.core.file;

import io.drydock.core.error.WorkspaceException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The place where a named file is really written. A symbolic link stays, and the file it points to gets the content. A
 * device, a pipe or a folder is refused, so that no file ever replaces one. Safe for use by many threads.
 */
public final class Destination {
    private static final int MOST_LINKS = 40;
    /** Folders of the system whose entries are devices and open streams, whatever they look like. */
    private static final List<String> SYSTEM_FOLDERS = List.of("/dev", "/proc");

    private static final String SHARED_MEMORY = "/dev/shm";

    private Destination() {}

    /**
     * Follows links to the place to write.
     *
     * @return an absolute path, whose file may not exist yet
     * @throws WorkspaceException if it is a folder, a device, a pipe or a circle of links
     */
    public static Path of(Path named) {
        Path place = named.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(place); links++) {
            refuseStream(named, place);
            if (links == MOST_LINKS) {
                throw new WorkspaceException(named + " is a circle of symbolic links. Name another file.");
            }
            place = target(named, place);
        }
        refuseStream(named, place);
        if (place.getParent() == null || Files.isDirectory(place)) {
            throw new WorkspaceException(named + " is a folder. Name a file to write.");
        }
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
            throw stream(named);
        }
        return place;
    }

    /**
     * Refuses a file that could not be written later, before any work is done for it.
     *
     * @throws WorkspaceException as {@link #of}, and if the file exists and must not be replaced
     */
    public static void require(Path named, Existing existing) {
        Path place = of(named);
        if (existing == Existing.REFUSE && Files.exists(place)) {
            throw exists(named);
        }
    }

    static WorkspaceException exists(Path named) {
        return new WorkspaceException(
                named + " exists already and is not overwritten. Name another file, or say --force.");
    }

    private static Path target(Path named, Path link) {
        try {
            return Objects.requireNonNull(link.getParent())
                    .toRealPath()
                    .resolve(Files.readSymbolicLink(link))
                    .normalize();
        } catch (NotLinkException e) {
            return link;
        } catch (IOException e) {
            throw WorkspaceException.failed("The symbolic link " + named + " cannot be followed: " + e + ".", e);
        }
    }

    private static void refuseStream(Path named, Path place) {
        if (!place.getFileSystem().equals(FileSystems.getDefault())) {
            return;
        }
        Path normal = place.normalize();
        boolean ofSystem = SYSTEM_FOLDERS.stream().anyMatch(normal::startsWith) && !normal.startsWith(SHARED_MEMORY);
        if (ofSystem && !Files.isDirectory(place)) {
            throw stream(named);
        }
    }

    private static WorkspaceException stream(Path named) {
        return new WorkspaceException(named + " is a device or a pipe and is never replaced by a file. Name a file on a"
                + " disk; commands that print their result do so without -o.");
    }
}
