package io.drydock.workspace.setting;

import io.drydock.core.error.WorkspaceException;
import io.drydock.workspace.store.Database;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Keeps where the images lie: for each folder the absolute path and the one relative to the workspace, so that all may move
 * together. Safe for use by many threads.
 */
public final class ImageRootStore {
    /** Keys of the first root; those of further ones end with {@code .2}, {@code .3} and so on. */
    private static final String ABSOLUTE = "image_root";

    private static final String RELATIVE = "image_root_from_workspace";
    private static final String PREFIX = "image_root_prefix";
    private static final String TEST_PREFIX = "image_root_test_prefix";

    private final Database database;
    private final Path workspace;

    /** @param workspace absolute folder of the workspace */
    public ImageRootStore(Database database, Path workspace) {
        this.database = database;
        this.workspace = workspace;
    }

    /**
     * The folders as they are found now: under their absolute paths or, after a move of all, beside the workspace.
     *
     * @throws WorkspaceException if one is in neither place
     */
    public ImageRoots found() {
        Optional<ImageRoots> recorded = recorded();
        if (recorded.isEmpty()) {
            throw new WorkspaceException("The image folder of this workspace is gone. If it was moved, say where to:"
                    + " drydock init " + workspace + " --images FOLDER with the other options as before.");
        }
        List<ImageRoot> roots = recorded.get().roots();
        List<String> gone = roots.stream()
                .filter(root -> !Files.isDirectory(root.folder()))
                .map(root -> root.folder().toString())
                .toList();
        if (!gone.isEmpty()) {
            String options = roots.stream()
                    .map(root -> " --images "
                            + (Files.isDirectory(root.folder()) ? root.folder().toString() : "FOLDER"))
                    .collect(Collectors.joining());
            throw new WorkspaceException(
                    (gone.size() == 1 ? "The image folder " : "The image folders ") + String.join(", ", gone)
                            + (gone.size() == 1 ? " is gone. If it was moved" : " are gone. If they were moved")
                            + ", say where to: drydock init " + workspace + options
                            + " with the other options as before.");
        }
        return recorded.get();
    }

    /**
     * Where the images lay when they were last imported, or where they are now after a move; empty in a workspace that has
     * not imported any.
     */
    public Optional<ImageRoots> recorded() {
        Map<String, String> settings = settings();
        List<ImageRoot> roots = new ArrayList<>();
        for (int n = 1; settings.containsKey(key(ABSOLUTE, n)); n++) {
            String prefix = settings.getOrDefault(key(PREFIX, n), "");
            Optional<Path> absolute = path(settings, key(ABSOLUTE, n));
            Optional<Path> moved = path(settings, key(RELATIVE, n))
                    .map(path -> workspace.resolve(path).normalize());
            absolute.filter(Files::isDirectory)
                    .or(() -> moved.filter(Files::isDirectory))
                    .or(() -> absolute)
                    .ifPresent(folder -> roots.add(new ImageRoot(prefix, folder)));
        }
        return roots.isEmpty()
                ? Optional.empty()
                : Optional.of(new ImageRoots(roots, Optional.ofNullable(settings.get(TEST_PREFIX))));
    }

    /** Notes the folders within a transaction of the caller; tells whether any is another one. */
    public boolean set(Handle handle, ImageRoots roots) {
        boolean changed = !absolute().equals(roots.folders()) || !recorded().equals(Optional.of(roots));
        handle.execute("DELETE FROM setting WHERE name GLOB 'image_root*'");
        for (int n = 1; n <= roots.roots().size(); n++) {
            ImageRoot root = roots.roots().get(n - 1);
            Settings.set(handle, key(ABSOLUTE, n), root.folder().toString());
            Settings.set(
                    handle,
                    key(RELATIVE, n),
                    relative(root.folder()).map(Path::toString).orElse(""));
            if (!root.prefix().isEmpty()) {
                Settings.set(handle, key(PREFIX, n), root.prefix());
            }
        }
        roots.testPrefix().ifPresent(prefix -> Settings.set(handle, TEST_PREFIX, prefix));
        return changed;
    }

    private List<Path> absolute() {
        Map<String, String> settings = settings();
        List<Path> folders = new ArrayList<>();
        for (int n = 1; settings.containsKey(key(ABSOLUTE, n)); n++) {
            path(settings, key(ABSOLUTE, n)).ifPresent(folders::add);
        }
        return folders;
    }

    private Map<String, String> settings() {
        return database.read(handle -> {
            Map<String, String> found = new HashMap<>();
            handle.createQuery("SELECT name, value FROM setting WHERE name GLOB 'image_root*'")
                    .map((r, c) -> found.put(r.getString("name"), r.getString("value")))
                    .list();
            return found;
        });
    }

    private static String key(String name, int root) {
        return root == 1 ? name : name + "." + root;
    }

    private Optional<Path> relative(Path absolute) {
        try {
            return Optional.of(workspace.relativize(absolute));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> path(Map<String, String> settings, String key) {
        try {
            String text = settings.getOrDefault(key, "");
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
