package io.drydock.workbench.json;

import io.drydock.core.data.ImageSize;
import io.drydock.workbench.ListModels;
import io.drydock.workbench.ManageWeights;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The documents {@code drydock.models/1} and {@code drydock.weights/1}. Safe for use by many threads. */
public final class ModelsJson {
    private ModelsJson() {}

    /**
     * All models.
     *
     * @param size at which multiply-adds were counted
     */
    public static ObjectNode models(List<ListModels.Line> lines, ImageSize size) {
        ObjectNode document = JsonText.document("models");
        document.putArray("size").add(size.height()).add(size.width());
        ArrayNode models = document.putArray("models");
        lines.forEach(line -> models.addObject()
                .put("model", line.model())
                .put("parameters", line.parameters())
                .put("multiply_adds", line.multiplyAdds())
                .put("features", line.features())
                .put("weights", line.weights())
                .put("hub_repository", line.hubRepository()));
        return document;
    }

    /** Weights of all models, and where they are. */
    public static ObjectNode weights(List<ManageWeights.Line> lines) {
        ObjectNode document = JsonText.document("weights");
        ArrayNode weights = document.putArray("weights");
        lines.forEach(line -> weights.addObject()
                .put("model", line.model())
                .put("state", line.state().key())
                .put("repository", line.repository())
                .put("file", line.file().map(String::valueOf).orElse(null))
                .put("size_bytes", line.sizeBytes())
                .put("sha256", line.sha256()));
        return document;
    }
}
