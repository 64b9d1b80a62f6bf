package io.drydock.workbench.json;

import io.drydock.workbench.submission.SubmissionLine;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The document {@code drydock.submissions/1}. Safe for use by many threads. */
public final class SubmissionsJson {
    private SubmissionsJson() {}

    /** The ledger. */
    public static ObjectNode of(List<SubmissionLine> submissions) {
        ObjectNode document = JsonText.document("submissions");
        ArrayNode array = document.putArray("submissions");
        submissions.forEach(line -> array.add(line(line)));
        return document;
    }

    private static ObjectNode line(SubmissionLine line) {
        ObjectNode node = JsonText.object()
                .put("number", line.number())
                .put("file", line.file())
                .put("sha256", line.sha256());
        node.set("runs", JsonText.strings(line.runs()));
        node.put("mix", line.mix()).put("tta", line.tta()).put("journal_position", line.journalPosition());
        line.validN().ifPresentOrElse(n -> node.put("n", n), () -> node.putNull("n"));
        line.weightedF1()
                .ifPresentOrElse(
                        f1 -> node.set("weighted_f1", JsonText.measured(f1.value(), f1.low(), f1.high())),
                        () -> node.putNull("weighted_f1"));
        node.put("epoch_chosen_on_same_images", line.epochChosen());
        node.put("cross_fit_folds", line.crossFitFolds()).put("weights_fitted_on_same_images", line.fittedOnSame());
        line.leaderboardScore()
                .ifPresentOrElse(
                        score -> node.set("leaderboard_score", JsonText.number(score)),
                        () -> node.putNull("leaderboard_score"));
        return node.put("created_at", JsonText.time(line.createdAt()));
    }
}
