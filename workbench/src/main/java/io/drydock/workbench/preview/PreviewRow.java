package io.drydock.workbench.preview;

import io.drydock.image.decode.Pixels;
import java.util.List;

/**
 * One image and what training makes of it.
 *
 * @param image relative path
 * @param label name of its class
 * @param original as decoded
 * @param resized as validation and prediction see it
 * @param views as training may see it, each drawn anew
 */
public record PreviewRow(String image, String label, Pixels original, Pixels resized, List<Pixels> views) {
    public PreviewRow {
        views = List.copyOf(views);
    }
}
