package io.drydock.workbench.check;

import io.drydock.explore.check.CheckResult;
import io.drydock.explore.check.MeasuredPicture;
import io.drydock.explore.check.PictureChecks;
import io.drydock.workbench.Progress;
import io.drydock.workbench.init.ImageFiles;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.image.ImageList;
import io.drydock.workspace.image.Picture;
import io.drydock.workspace.image.StoredImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The picture checks of a workspace, from the measures that init took; images that an older version measured are looked
 * at once more. For one thread at a time.
 */
public final class WorkspaceChecks {
    private static final String GRAY_MODE = "gray";

    private final Workspace workspace;

    public WorkspaceChecks(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What the checks found.
     *
     * @param images that were checked; flags name rows of them
     * @param results one a check
     */
    public record Checked(List<StoredImage> images, List<CheckResult> results) {
        public Checked {
            images = List.copyOf(images);
            results = List.copyOf(results);
        }
    }

    /** Runs all checks over every usable image: labelled in import order, then those to predict. */
    public Checked run(Progress progress) {
        List<StoredImage> images = usable();
        List<String> unmeasured = images.stream()
                .filter(image -> !isMeasured(image))
                .map(StoredImage::path)
                .toList();
        if (!unmeasured.isEmpty()) {
            int threads = Runtime.getRuntime().availableProcessors();
            new ImageFiles(workspace, workspace.imageRoots(), threads).lookAt(unmeasured, progress);
            images = usable().stream().filter(WorkspaceChecks::isMeasured).toList();
        }
        return new Checked(
                images,
                PictureChecks.of(images.stream().map(WorkspaceChecks::measured).toList()));
    }

    private List<StoredImage> usable() {
        Map<String, StoredImage> images = new LinkedHashMap<>();
        for (ImageList list : ImageList.values()) {
            workspace.current(list).forEach(image -> images.putIfAbsent(image.path(), image));
        }
        return new ArrayList<>(images.values());
    }

    private static boolean isMeasured(StoredImage image) {
        return image.picture()
                .filter(picture -> picture.checks().keySet().containsAll(PictureChecks.MEASURES))
                .isPresent();
    }

    private static MeasuredPicture measured(StoredImage image) {
        Picture picture = image.picture().orElseThrow();
        return new MeasuredPicture(
                picture.height(), picture.width(), picture.mode().startsWith(GRAY_MODE), picture.checks());
    }
}
