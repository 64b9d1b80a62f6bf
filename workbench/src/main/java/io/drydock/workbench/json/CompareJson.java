package io.drydock.workbench.json;

import io.drydock.core.metric.PairedBootstrap;
import io.drydock.workbench.CompareRuns;
import tools.jackson.databind.node.ObjectNode;

/** The document {@code drydock.compare/1}. Safe for use by many threads. */
public final class CompareJson {
    private CompareJson() {}

    /** Both scores and their paired difference, second minus first. */
    public static ObjectNode of(CompareRuns.Result result) {
        PairedBootstrap paired = result.paired();
        ObjectNode document = JsonText.document("compare");
        document.putArray("runs").add(result.first()).add(result.second());
        document.put("part", result.part().key()).put("n", paired.n()).put("left_out", result.leftOut());
        document.put("unread", result.unread());
        document.putArray("weighted_f1")
                .add(EvaluateJson.measured(paired.first()))
                .add(EvaluateJson.measured(paired.second()));
        document.set("difference", EvaluateJson.measured(paired.difference()));
        document.put("p_value", paired.pValue());
        document.put("only_first_right", paired.onlyFirstRight()).put("only_second_right", paired.onlySecondRight());
        document.set("epoch_chosen_on_same_images", JsonText.strings(result.epochChosen()));
        return document.put("verdict", result.verdict());
    }
}
