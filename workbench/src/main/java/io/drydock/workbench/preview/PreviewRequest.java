package io.drydock.workbench.preview;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to preview.
 *
 * @param workspace folder of the workspace
 * @param recipe whose sizes and augmentation are shown
 * @param size {@code 140x210}, instead of the recipe's
 * @param resize {@code squish}, {@code crop} or {@code pad}, instead of the recipe's
 * @param images number of images, at least 1
 * @param views augmented views of each, at least 1
 * @param seed draws the images and the views
 * @param output an SVG or PNG file beside the page; by default an SVG in the workspace's reports
 */
public record PreviewRequest(
        Path workspace,
        String recipe,
        Optional<String> size,
        Optional<String> resize,
        int images,
        int views,
        long seed,
        Optional<Path> output) {
    /** Six images with five views each. */
    public static PreviewRequest of(Path workspace, String recipe) {
        return new PreviewRequest(workspace, recipe, Optional.empty(), Optional.empty(), 6, 5, 42, Optional.empty());
    }
}
