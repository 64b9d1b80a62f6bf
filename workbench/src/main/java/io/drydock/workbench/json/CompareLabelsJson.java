package io.drydock.workbench.json;

import io.drydock.core.metric.PairedBootstrap;
import io.drydock.workbench.CompareLabels;
import io.drydock.workbench.compare.LabelVersion;
import tools.jackson.databind.node.ObjectNode;

/** The document {@code drydock.compare_labels/1}. Safe for use by many threads. */
public final class CompareLabelsJson {
    private CompareLabelsJson() {}

    /** Both models on the images whose labels agree, and against the labels after; differences are after minus before. */
    public static ObjectNode of(CompareLabels.Result result) {
        ObjectNode document = JsonText.document("compare_labels");
        document.set("before", version(result.before()));
        document.set("after", version(result.after()));
        document.set("models", JsonText.strings(result.models()));
        document.set(
                "edits",
                JsonText.object()
                        .put("relabeled", result.edits().relabeled().size())
                        .put("dropped", result.edits().dropped().size())
                        .put("added", result.edits().added().size())
                        .put("unchanged", result.edits().agreeing().size())
                        .put("valid_edited", result.edits().validEdited())
                        .put("scored_edited", result.scoredEdited()));
        document.set("agreeing", paired(result.agreeing()));
        document.set("on_after", paired(result.onAfter()));
        ObjectNode own = document.putObject("own_labels");
        own.put("comparable", result.scoredEdited() == 0);
        own.putArray("weighted_f1")
                .add(EvaluateJson.measured(result.ownBefore()))
                .add(EvaluateJson.measured(result.ownAfter()));
        document.set("epoch_chosen_on_same_images", JsonText.strings(result.epochChosen()));
        document.put("verdict", result.verdict());
        document.put("warning", result.warning().orElse(null));
        return document.put("compare_seconds", result.seconds());
    }

    private static ObjectNode version(LabelVersion version) {
        return JsonText.object().put("version", version.text()).put("journal_position", version.position());
    }

    private static ObjectNode paired(PairedBootstrap paired) {
        ObjectNode node = JsonText.object().put("n", paired.n());
        node.putArray("weighted_f1")
                .add(EvaluateJson.measured(paired.first()))
                .add(EvaluateJson.measured(paired.second()));
        node.set("difference", EvaluateJson.measured(paired.difference()));
        node.put("p_value", paired.pValue());
        return node.put("only_before_right", paired.onlyFirstRight()).put("only_after_right", paired.onlySecondRight());
    }
}
