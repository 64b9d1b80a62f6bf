package io.drydock.cli;

import io.drydock.core.data.ClassList;
import io.drydock.core.metric.ClassScore;
import io.drydock.core.metric.ConfusionMatrix;
import io.drydock.core.metric.MostConfused.ConfusedPair;
import io.drydock.core.metric.Scores;
import io.drydock.core.metric.TopLosses.TopLoss;
import io.drydock.core.text.TextTable;
import io.drydock.workbench.EvaluateRun;
import io.drydock.workbench.evaluate.Evaluation;
import io.drydock.workbench.run.ChosenEpoch;
import java.util.List;
import java.util.Locale;

/** An evaluation on a terminal: scores, classes, confusions, hardest images. Safe for use by many threads. */
final class EvaluateText {
    private static final int PAIRS = 5;
    private static final int HARDEST = 10;

    private EvaluateText() {}

    static String of(EvaluateRun.Result result) {
        Evaluation evaluation = result.evaluation();
        Scores scores = evaluation.scores();
        StringBuilder text = new StringBuilder();
        text.append(String.join(" + ", evaluation.runs()))
                .append(String.format(
                        Locale.ROOT,
                        ": %,d images of the %s part%s%s%n",
                        scores.n(),
                        evaluation.part().key(),
                        evaluation.mix().isEmpty() ? "" : ", " + evaluation.mix(),
                        evaluation.tta() > 1 ? ", mean of " + evaluation.tta() + " views" : ""));
        text.append(evaluation.labelNote()).append('\n');
        if (evaluation.epochChosen()) {
            text.append(ChosenEpoch.NOTE).append('\n');
        }
        evaluation.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
        evaluation
                .unseen()
                .notes(evaluation.classes())
                .forEach(note -> text.append("note: ").append(note).append('\n'));
        text.append('\n');
        text.append(new TextTable("score", "value [95 %]")
                .row("weighted F1", scores.weightedF1())
                .row("macro F1", scores.macroF1())
                .row("accuracy", scores.accuracy())
                .row("log loss", scores.logLoss())
                .row("calibration error", String.format(Locale.ROOT, "%.3f", scores.calibrationError())));
        text.append('\n').append(classes(evaluation)).append('\n').append(confusion(evaluation));
        text.append('\n').append(confused(evaluation)).append('\n').append(hardest(evaluation));
        for (var skipped : result.skipped()) {
            text.append("left out: ")
                    .append(skipped.image())
                    .append(": ")
                    .append(skipped.message())
                    .append('\n');
        }
        if (!evaluation.report().isEmpty()) {
            text.append("\nReport: ").append(evaluation.report()).append('\n');
        }
        return text.toString();
    }

    private static String name(ClassList classes, int index) {
        String code = classes.get(index).code();
        String name = classes.get(index).name();
        return code.equals(name) ? code : code + " " + name;
    }

    private static String classes(Evaluation evaluation) {
        TextTable table = new TextTable("class", "images", "precision", "recall", "F1 [95 %]");
        List<ClassScore> scores = evaluation.scores().classes();
        for (int c = 0; c < scores.size(); c++) {
            ClassScore score = scores.get(c);
            table.row(
                    name(evaluation.classes(), c),
                    score.support(),
                    String.format(Locale.ROOT, "%.3f", score.precision().value()),
                    String.format(Locale.ROOT, "%.3f", score.recall().value()),
                    score.f1());
        }
        return table.toString();
    }

    private static String confusion(Evaluation evaluation) {
        ConfusionMatrix matrix = evaluation.scores().confusion();
        String[] header = new String[matrix.classes() + 1];
        header[0] = "given \\ predicted";
        for (int c = 0; c < matrix.classes(); c++) {
            header[c + 1] = evaluation.classes().get(c).name();
        }
        TextTable table = new TextTable(header);
        for (int label = 0; label < matrix.classes(); label++) {
            Object[] row = new Object[matrix.classes() + 1];
            row[0] = name(evaluation.classes(), label);
            for (int predicted = 0; predicted < matrix.classes(); predicted++) {
                row[predicted + 1] = matrix.count(label, predicted);
            }
            table.row(row);
        }
        return table.toString();
    }

    private static String confused(Evaluation evaluation) {
        if (evaluation.mostConfused().isEmpty()) {
            return "No image was taken for another class.\n";
        }
        TextTable table = new TextTable("most confused: given", "predicted", "images");
        for (ConfusedPair pair : evaluation.mostConfused().stream().limit(PAIRS).toList()) {
            table.row(
                    name(evaluation.classes(), pair.label()),
                    name(evaluation.classes(), pair.predicted()),
                    pair.count());
        }
        return table.toString();
    }

    private static String hardest(Evaluation evaluation) {
        TextTable table = new TextTable("top losses", "given", "p", "predicted", "p", "loss");
        for (TopLoss loss : evaluation.topLosses().stream().limit(HARDEST).toList()) {
            table.row(
                    loss.image(),
                    name(evaluation.classes(), loss.label()),
                    String.format(Locale.ROOT, "%.4f", loss.pLabel()),
                    name(evaluation.classes(), loss.predicted()),
                    String.format(Locale.ROOT, "%.4f", loss.pPredicted()),
                    String.format(Locale.ROOT, "%.2f", loss.loss()));
        }
        return table.toString();
    }
}
