package io.drydock.workbench.picture;

import io.drydock.core.data.FileProblem;
import io.drydock.core.error.DataException;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.image.StoredImage;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is said of images whose files changed since they were looked at. Safe for use by many threads. */
public final class ChangedPictures {
    private ChangedPictures() {}

    /**
     * Refuses decisions about pictures that are no longer those that were looked at.
     *
     * @throws DataException if one of the images changed, naming it and the remedy
     * @throws io.drydock.core.error.WorkspaceException if the whole image folder is gone
     */
    public static void refuse(Workspace workspace, Collection<String> images) {
        workspace.imageRoots();
        Map<String, FileProblem> changed =
                workspace.changedImages().among(workspace.images().find(images));
        if (!changed.isEmpty()) {
            throw new DataException(first(changed) + " A decision would be about a picture that nobody looked at. "
                    + remedy(workspace) + " Nothing was changed.");
        }
    }

    /** One sentence on the images of a workspace that changed, and one on the remedy; empty where none did. */
    public static Optional<String> notice(Path folder) {
        Workspace workspace = Workspace.open(folder);
        Map<String, FileProblem> changed = workspace.changedImages().all();
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        first(changed) + " Such images are left out; drydock inspect lists them. " + remedy(workspace));
    }

    /** What is said where groups of images are shown without those that changed; empty where none did. */
    public static Optional<String> missing(Workspace workspace) {
        int changed = workspace.changedImages().all().size();
        return changed == 0
                ? Optional.empty()
                : Optional.of((changed == 1 ? "1 image that changed" : changed + " images that changed")
                        + " since drydock init may be missing here. " + remedy(workspace));
    }

    /** How each of some images that changed differs, by its path; the message names the remedy. */
    public static Map<String, FileProblem> among(Workspace workspace, Collection<StoredImage> images) {
        Map<String, FileProblem> changed =
                new LinkedHashMap<>(workspace.changedImages().among(images));
        changed.replaceAll(
                (image, problem) -> new FileProblem(problem.reason(), problem.message() + " " + remedy(workspace)));
        return changed;
    }

    private static String first(Map<String, FileProblem> changed) {
        Iterator<FileProblem> problems = changed.values().iterator();
        String first = problems.next().message();
        return changed.size() == 1
                ? first
                : first + " " + (changed.size() - 1)
                        + (changed.size() == 2 ? " other differs too." : " others differ too.");
    }

    private static String remedy(Workspace workspace) {
        return "Run drydock init " + workspace.root() + " to look at it again: earlier decisions stay with the content"
                + " they were about.";
    }
}
