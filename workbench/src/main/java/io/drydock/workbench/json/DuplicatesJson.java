package io.drydock.workbench.json;

import io.drydock.explore.duplicate.Match;
import io.drydock.workbench.FindDuplicates;
import io.drydock.workbench.duplicate.NearPair;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The document {@code drydock.duplicates/1}. Safe for use by many threads. */
public final class DuplicatesJson {
    private DuplicatesJson() {}

    /** All groups, the pairs behind the near ones, and what they do to the split. */
    public static ObjectNode of(FindDuplicates.Result result) {
        ObjectNode document = JsonText.document("duplicates").put("images", result.images());
        document.set("duplicates", InspectJson.groups(result.groups()));
        ArrayNode pairs = document.putArray("near_pairs");
        result.pairs().forEach(pair -> pairs.add(pair(pair)));
        result.leak()
                .ifPresentOrElse(
                        leak -> document.putObject("leak")
                                .put("split", leak.split())
                                .put("valid", leak.valid())
                                .put("valid_with_copy_in_train", leak.leakingValid())
                                .put("test_with_labelled_copy", leak.leakingTest()),
                        () -> document.putNull("leak"));
        return document.put("report", result.report().map(Object::toString).orElse(null));
    }

    private static ObjectNode pair(NearPair pair) {
        Match match = pair.match();
        return JsonText.object()
                .put("first", pair.first().image())
                .put("second", pair.second().image())
                .put("similarity", match.similarity())
                .put("detail", match.detail())
                .put("orientation", match.orientation().key())
                .put("scale", match.scale())
                .put("degrees", match.degrees())
                .put("overlap", match.overlap());
    }
}
