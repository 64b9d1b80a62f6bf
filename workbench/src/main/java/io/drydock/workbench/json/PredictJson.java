package io.drydock.workbench.json;

import io.drydock.core.predict.Probabilities;
import io.drydock.workbench.PredictImages;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The document {@code drydock.predict/1}: as the CSV, with what was skipped. Safe for use by many threads. */
public final class PredictJson {
    private PredictJson() {}

    /** All predictions. */
    public static ObjectNode of(PredictImages.Result result) {
        Probabilities probabilities = result.probabilities();
        ObjectNode document =
                JsonText.document("predict").put("run", result.run()).put("n", probabilities.size());
        document.set("classes", JsonText.strings(probabilities.codes()));
        ArrayNode predictions = document.putArray("predictions");
        for (int i = 0; i < probabilities.size(); i++) {
            ObjectNode line = predictions
                    .addObject()
                    .put("image", probabilities.images().get(i))
                    .put("predicted", probabilities.predictedCode(i));
            ArrayNode row = line.putArray("probabilities");
            for (double p : probabilities.row(i)) {
                row.add(p);
            }
        }
        ArrayNode skipped = document.putArray("skipped");
        result.skipped()
                .forEach(one -> skipped.addObject().put("image", one.image()).put("message", one.message()));
        document.put("seconds", result.seconds());
        return document;
    }
}
