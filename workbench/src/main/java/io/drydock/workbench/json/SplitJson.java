package io.drydock.workbench.json;

import io.drydock.core.split.Part;
import io.drydock.core.split.Split;
import io.drydock.workbench.SplitData;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The document {@code drydock.split/1}. Safe for use by many threads. */
public final class SplitJson {
    private SplitJson() {}

    /** The split that was added. */
    public static ObjectNode of(SplitData.Result result) {
        Split split = result.split();
        ObjectNode document = JsonText.document("split")
                .put("split", split.number())
                .put("seed", split.seed())
                .put("valid_share", split.validShare())
                .put("group_by", split.groupBy())
                .put("journal_position", split.journalPosition())
                .put("data_sha256", split.dataSha256());
        ObjectNode parts = document.putObject("parts");
        for (Part part : Part.values()) {
            if (part == Part.TRAIN || part == Part.VALID || split.count(part) > 0) {
                parts.set(part.key(), part(result, part));
            }
        }
        if (split.foldCount() == 0) {
            document.putNull("folds");
        } else {
            document.set("folds", folds(split));
        }
        document.set("notes", JsonText.strings(result.notes()));
        document.set("unusable", InspectJson.unusable(result.unusable()));
        return document.put("file", result.file());
    }

    private static ObjectNode part(SplitData.Result result, Part part) {
        List<String> codes = result.classes().codes();
        Map<String, Integer> counts = result.split().classCounts(part, result.labels(), codes);
        ObjectNode node = JsonText.object().put("count", result.split().count(part));
        ObjectNode classes = node.putObject("classes");
        codes.forEach(code -> classes.put(code, counts.getOrDefault(code, 0)));
        return node;
    }

    private static ArrayNode folds(Split split) {
        Map<Integer, Integer> counts = new TreeMap<>();
        split.folds().values().forEach(fold -> counts.merge(fold, 1, Integer::sum));
        ArrayNode array = JsonText.array();
        counts.forEach((fold, count) -> array.addObject().put("fold", fold).put("count", count));
        return array;
    }
}
