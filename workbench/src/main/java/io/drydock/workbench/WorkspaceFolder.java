package io.drydock.workbench;

import io.drydock.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;

/** Which workspace a request means, for callers that hold no workspace themselves. Safe for use by many threads. */
public final class WorkspaceFolder {
    private WorkspaceFolder() {}

    /**
     * The folder given, or else the nearest workspace from the current folder upward.
     *
     * @throws io.drydock.core.error.WorkspaceException if there is none
     */
    public static Path locate(Optional<Path> given, Path current) {
        return given.map(Workspace::open)
                .orElseGet(() -> Workspace.find(current))
                .root();
    }

    /** Whether a folder holds a workspace, complete or not. */
    public static boolean holdsWorkspace(Path folder) {
        return Workspace.holdsWorkspace(folder);
    }

    /** The nearest workspace from a folder upward, complete or not, if there is one. */
    public static Optional<Path> nearest(Path from) {
        for (Path folder = from.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
            if (Workspace.holdsWorkspace(folder)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }
}
