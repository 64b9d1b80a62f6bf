package io.drydock.workbench.json;

import io.drydock.core.metric.ClassScore;
import io.drydock.core.metric.Measured;
import io.drydock.core.metric.Scores;
import io.drydock.workbench.evaluate.Evaluation;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The document {@code drydock.evaluate/1}. Safe for use by many threads. */
public final class EvaluateJson {
    private EvaluateJson() {}

    /** The whole evaluation; rows of the matrix are given labels, columns predictions. */
    public static ObjectNode of(Evaluation evaluation) {
        List<String> codes = evaluation.classes().codes();
        Scores scores = evaluation.scores();
        ObjectNode document = JsonText.document("evaluate");
        document.set("runs", JsonText.strings(evaluation.runs()));
        document.put("part", evaluation.part().key());
        document.put("n", scores.n());
        document.put("tta", evaluation.tta());
        if (!evaluation.mix().isEmpty()) {
            document.put("mix", evaluation.mix());
        }
        if (evaluation.crossFitFolds() > 0) {
            document.put("cross_fit_folds", evaluation.crossFitFolds());
        }
        document.put("epoch_chosen_on_same_images", evaluation.epochChosen());
        document.set(
                "labels",
                JsonText.object()
                        .put("journal_position", evaluation.journalPosition())
                        .put("edited_since_split", evaluation.editedSinceSplit()));
        document.set("weighted_f1", measured(scores.weightedF1()));
        document.set("macro_f1", measured(scores.macroF1()));
        document.set("accuracy", measured(scores.accuracy()));
        document.set("log_loss", measured(scores.logLoss()));
        document.set("calibration_error", JsonText.number(scores.calibrationError()));
        ArrayNode classes = document.putArray("classes");
        scores.classes().forEach(score -> classes.add(classScore(score)));
        ArrayNode matrix = document.putArray("confusion_matrix");
        scores.confusion().counts().forEach(row -> {
            ArrayNode cells = matrix.addArray();
            row.forEach(cells::add);
        });
        ArrayNode confused = document.putArray("most_confused");
        evaluation
                .mostConfused()
                .forEach(pair -> confused.addObject()
                        .put("label", codes.get(pair.label()))
                        .put("predicted", codes.get(pair.predicted()))
                        .put("count", pair.count()));
        document.set("top_losses", topLosses(evaluation, codes));
        document.set("notes", JsonText.strings(evaluation.notes()));
        document.set(
                "classes_not_in_train", JsonText.strings(evaluation.unseen().train()));
        document.set(
                "classes_not_in_valid", JsonText.strings(evaluation.unseen().valid()));
        document.put("report", evaluation.report().isEmpty() ? null : evaluation.report());
        return document;
    }

    private static ArrayNode topLosses(Evaluation evaluation, List<String> codes) {
        ArrayNode losses = JsonText.array();
        evaluation.topLosses().forEach(loss -> {
            ObjectNode node = losses.addObject()
                    .put("image", loss.image())
                    .put("label", codes.get(loss.label()))
                    .put("predicted", codes.get(loss.predicted()));
            node.set("p_label", JsonText.number(loss.pLabel()));
            node.set("p_predicted", JsonText.number(loss.pPredicted()));
            node.set("loss", JsonText.number(loss.loss()));
        });
        return losses;
    }

    private static ObjectNode classScore(ClassScore score) {
        ObjectNode node = JsonText.object().put("code", score.code());
        node.set("precision", measured(score.precision()));
        node.set("recall", measured(score.recall()));
        node.set("f1", measured(score.f1()));
        return node.put("support", score.support());
    }

    /** A measured score as value, low and high. */
    public static JsonNode measured(Measured score) {
        return JsonText.measured(score.value(), score.low(), score.high());
    }
}
