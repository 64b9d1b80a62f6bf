package io.drydock.workbench.preview;

import java.nio.file.Path;
import java.util.List;

/**
 * The previews and where they lie.
 *
 * @param summary resize mode, size and what augmentation may do, one line each
 * @param page the HTML page
 * @param picture the SVG or PNG file
 */
public record PreviewResult(List<PreviewRow> rows, List<String> summary, Path page, Path picture) {
    public PreviewResult {
        rows = List.copyOf(rows);
        summary = List.copyOf(summary);
    }
}
