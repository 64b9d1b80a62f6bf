package io.drydock.workspace.setting;

import io.drydock.core.error.WorkspaceException;
import io.drydock.workspace.store.Database;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Where the images lie: the absolute path and the one relative to the workspace, so that both may move together. Safe
 * for use by many threads.
 */
public final class ImageRoot {
    private static final String ABSOLUTE = "image_root";
    private static final String RELATIVE = "image_root_from_workspace";

    private final Database database;
    private final Path workspace;

    /** @param workspace absolute folder of the workspace */
    public ImageRoot(Database database, Path workspace) {
        this.database = database;
        this.workspace = workspace;
    }

    /**
     * The folder as it is found now: under its absolute path or, after a move of both, beside the workspace.
     *
     * @throws WorkspaceException if it is in neither place
     */
    public Path path() {
        Settings settings = new Settings(database);
        Optional<Path> absolute = settings.find(ABSOLUTE).flatMap(ImageRoot::path);
        Optional<Path> relative = settings.find(RELATIVE)
                .flatMap(ImageRoot::path)
                .map(path -> workspace.resolve(path).normalize());
        return absolute.filter(Files::isDirectory)
                .or(() -> relative.filter(Files::isDirectory))
                .orElseThrow(() -> new WorkspaceException("The image folder "
                        + absolute.map(Path::toString).orElse("of this workspace")
                        + " is gone. If it was moved, say where to: drydock init " + workspace + " --images FOLDER"
                        + " with the other options as before."));
    }

    /** Where the images lay when they were last imported. */
    public Optional<Path> recorded() {
        return new Settings(database).find(ABSOLUTE).flatMap(ImageRoot::path);
    }

    /** Notes the folder within a transaction of the caller; tells whether it is another one. */
    public boolean set(Handle handle, Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        boolean changed = !recorded().equals(Optional.of(absolute));
        Settings.set(handle, ABSOLUTE, absolute.toString());
        Optional<Path> relative = relative(absolute);
        Settings.set(handle, RELATIVE, relative.map(Path::toString).orElse(""));
        return changed;
    }

    private Optional<Path> relative(Path absolute) {
        try {
            return Optional.of(workspace.relativize(absolute));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
