package io.drydock.workspace.image;

import io.drydock.core.data.FileProblem;
import io.drydock.core.error.WorkspaceException;
import io.drydock.workspace.setting.ImageRootStore;
import io.drydock.workspace.setting.ImageRoots;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds usable images whose files are no longer the ones that were looked at: changed, gone, or unreadable. All of a set
 * are looked at once, and again after {@link #FRESH_NANOS}. Safe for use by many threads.
 */
public final class ChangedImages {
    /** How long one look at all files counts, in nanoseconds: a command takes one, a server one now and then. */
    private static final long FRESH_NANOS = 3_000_000_000L;

    private final ImageStore store;
    private final ImageRootStore roots;
    private final FileContents contents = new FileContents();
    private final Object lock = new Object();
    private @Nullable Look last;

    public ChangedImages(ImageStore store, ImageRootStore roots) {
        this.store = store;
        this.roots = roots;
    }

    private record Look(long nanos, Map<String, FileProblem> found) {}

    /** How each changed image of the lists differs, by its path; none where a whole image folder is gone. */
    public Map<String, FileProblem> all() {
        synchronized (lock) {
            Look known = last;
            if (known == null || System.nanoTime() - known.nanos() > FRESH_NANOS) {
                known = new Look(System.nanoTime(), among(listed()));
                last = known;
            }
            return known.found();
        }
    }

    private Collection<StoredImage> listed() {
        Map<String, StoredImage> images = new LinkedHashMap<>();
        for (ImageList list : ImageList.values()) {
            store.list(list).forEach(image -> images.put(image.path(), image));
        }
        return images.values();
    }

    /** Those among some images, looked at now. */
    public Map<String, FileProblem> among(Collection<StoredImage> images) {
        ImageRoots files;
        try {
            files = roots.found();
        } catch (WorkspaceException gone) {
            // Whoever reads a picture says so; what is stored can still be shown.
            return Map.of();
        }
        Map<String, FileProblem> found = new LinkedHashMap<>();
        // A time below 0 marks an image that init is to look at again, whatever its file holds: it stays.
        Map<String, Long> touched = new HashMap<>();
        for (StoredImage image : images) {
            if (image.isUsable()) {
                FileChange look = FileChange.of(files, image, contents);
                look.problem().ifPresent(problem -> found.put(image.path(), problem));
                boolean waits = image.modifiedMillis() < 0;
                if (look.problem().isEmpty() && !waits && look.modifiedMillis() != image.modifiedMillis()) {
                    touched.put(image.path(), look.modifiedMillis());
                }
            }
        }
        note(touched);
        return found;
    }

    /** How one image differs, if it does. */
    public Optional<FileProblem> of(StoredImage image) {
        return Optional.ofNullable(among(List.of(image)).get(image.path()));
    }

    /** Times of files with the old content, so that they are not read again. */
    private void note(Map<String, Long> touched) {
        try {
            if (!touched.isEmpty()) {
                store.noteTimes(touched);
            }
        } catch (RuntimeException unwritable) {
            // Only a saving: a full disk or a read-only folder must not stop a command that reads.
            return;
        }
    }
}
