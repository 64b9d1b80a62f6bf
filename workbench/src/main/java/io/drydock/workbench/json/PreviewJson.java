package io.drydock.workbench.json;

import io.drydock.workbench.PreviewAugmentation;
import tools.jackson.databind.node.ObjectNode;

/** The document {@code drydock.preview/1}. Safe for use by many threads. */
public final class PreviewJson {
    private PreviewJson() {}

    /** What was shown and where it lies. */
    public static ObjectNode of(PreviewAugmentation.Result result) {
        ObjectNode document = JsonText.document("preview");
        document.set(
                "images",
                JsonText.strings(result.rows().stream().map(row -> row.image()).toList()));
        document.set("summary", JsonText.strings(result.summary()));
        return document.put("page", result.page().toString())
                .put("picture", result.picture().toString());
    }
}
