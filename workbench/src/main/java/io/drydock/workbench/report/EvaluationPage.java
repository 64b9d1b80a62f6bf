package io.drydock.workbench.report;

import io.drydock.core.metric.ClassScore;
import io.drydock.core.metric.Measured;
import io.drydock.core.metric.MostConfused.ConfusedPair;
import io.drydock.core.metric.Scores;
import io.drydock.core.metric.TopLosses.TopLoss;
import io.drydock.workbench.evaluate.Evaluation;
import io.drydock.workbench.run.ChosenEpoch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The page of {@code drydock evaluate}: scores, confusions, and the images the model finds hardest to believe. Safe for use by many threads. */
public final class EvaluationPage {
    private static final int PAIRS_SHOWN = 10;

    private EvaluationPage() {}

    /**
     * The whole page.
     *
     * @param hardest top losses with their pictures, largest loss first
     */
    public static ReportPage of(Evaluation evaluation, List<LossPicture> hardest) {
        Scores scores = evaluation.scores();
        String views = evaluation.tta() > 1 ? ", mean of " + evaluation.tta() + " views an image" : "";
        String mix = evaluation.mix().isEmpty() ? "" : ", " + evaluation.mix();
        ReportPage page = new ReportPage(
                String.join(" + ", evaluation.runs()),
                Numbers.of(scores.n(), "image", "images") + " of the "
                        + evaluation.part().key() + " part" + mix + views + ". " + evaluation.labelNote()
                        + (evaluation.epochChosen() ? " " + ChosenEpoch.NOTE : ""));
        score(page, "weighted F1", scores.weightedF1());
        score(page, "macro F1", scores.macroF1());
        score(page, "accuracy", scores.accuracy());
        score(page, "log loss", scores.logLoss());
        page.figure(Numbers.score(scores.calibrationError()), "calibration error", "confidence against accuracy");
        if (!evaluation.notes().isEmpty()) {
            page.section(
                    "About the training",
                    "",
                    evaluation.notes().stream().map(Html::paragraph).toArray(Html[]::new));
        }
        List<String> unseen = evaluation.unseen().notes(evaluation.classes());
        if (!unseen.isEmpty()) {
            page.section(
                    "Classes without images",
                    "",
                    unseen.stream().map(Html::paragraph).toArray(Html[]::new));
        }
        page.section("Class by class", classLead(evaluation), classes(evaluation));
        page.section(
                "Confusion matrix",
                "How many images of each given label got which prediction, and their share of the row. Off the diagonal, the stronger the color the worse.",
                Html.chart(ConfusionFigure.of(evaluation)));
        if (!evaluation.mostConfused().isEmpty()) {
            page.section("Most confused", confusedLead(evaluation), pairs(evaluation));
        }
        if (!hardest.isEmpty()) {
            page.section("Top losses", lossLead(hardest), losses(evaluation, hardest));
        }
        return page;
    }

    private static void score(ReportPage page, String name, Measured score) {
        page.figure(Numbers.score(score.value()), name, interval(score));
    }

    private static String interval(Measured score) {
        return Numbers.score(score.low()) + " – " + Numbers.score(score.high());
    }

    private static String classLead(Evaluation evaluation) {
        List<ClassScore> present = evaluation.scores().classes().stream()
                .filter(score -> score.support() > 0)
                .sorted(Comparator.comparingDouble(score -> score.f1().value()))
                .toList();
        if (present.isEmpty()) {
            return "";
        }
        return name(evaluation, present.get(0).code()) + " is found worst, "
                + name(evaluation, present.get(present.size() - 1).code())
                + " best. Small print is the 95 % interval.";
    }

    private static String name(Evaluation evaluation, String code) {
        return evaluation.classes().classes().stream()
                .filter(label -> label.code().equals(code))
                .map(label -> label.name())
                .findFirst()
                .orElse(code);
    }

    private static Html classes(Evaluation evaluation) {
        ReportTable table = new ReportTable()
                .column("Class")
                .column("")
                .numbers("F1")
                .numbers("Precision")
                .numbers("Recall")
                .numbers("Images");
        for (ClassScore score : evaluation.scores().classes()) {
            table.row(
                    Html.text(name(evaluation, score.code())),
                    Html.meter(score.f1().value(), ""),
                    measured(score.f1()),
                    measured(score.precision()),
                    measured(score.recall()),
                    Html.text(Numbers.count(score.support())));
        }
        return table.html();
    }

    private static Html measured(Measured score) {
        return Html.all(Html.text(Numbers.score(score.value())), Html.tag("span", "range", Html.text(interval(score))));
    }

    private static String confusedLead(Evaluation evaluation) {
        ConfusedPair first = evaluation.mostConfused().get(0);
        int wrong =
                evaluation.mostConfused().stream().mapToInt(ConfusedPair::count).sum();
        return Numbers.percent((double) first.count() / wrong) + " of these errors are "
                + evaluation.classes().get(first.label()).name() + " taken for "
                + evaluation.classes().get(first.predicted()).name() + ".";
    }

    private static Html pairs(Evaluation evaluation) {
        ReportTable table = new ReportTable()
                .column("Given")
                .column("Predicted")
                .column("")
                .numbers("Images")
                .numbers("Of the given class");
        int most = evaluation.mostConfused().get(0).count();
        for (ConfusedPair pair :
                evaluation.mostConfused().stream().limit(PAIRS_SHOWN).toList()) {
            table.row(
                    Html.text(evaluation.classes().get(pair.label()).name()),
                    Html.text(evaluation.classes().get(pair.predicted()).name()),
                    Html.meter((double) pair.count() / most, "bad"),
                    Html.text(Numbers.count(pair.count())),
                    Html.text(Numbers.percent(evaluation.scores().confusion().rate(pair.label(), pair.predicted()))));
        }
        return table.html();
    }

    private static String lossLead(List<LossPicture> hardest) {
        boolean heat = hardest.stream().anyMatch(picture -> picture.heatMap().isPresent());
        long without = hardest.stream().filter(LossPicture::withoutHeat).count();
        String some = without == 0
                ? ""
                : " " + Numbers.of(without, "picture has", "pictures have")
                        + " none, because no place in the last feature map speaks for that class: the model chose it only"
                        + " because the other classes were less likely still.";
        return "The images that the model finds hardest to believe, worst first. Some are hard, some carry a wrong label."
                + (heat || without > 0
                        ? " The heat map (Grad-CAM) shows where the model saw the class it predicted." + some
                        : "");
    }

    private static Html losses(Evaluation evaluation, List<LossPicture> hardest) {
        PictureGrid grid = PictureGrid.cards();
        for (LossPicture picture : hardest) {
            List<Picture> pictures = new ArrayList<>(List.of(picture.image()));
            picture.heatMap().ifPresent(pictures::add);
            grid.add(pictures, caption(evaluation, picture));
        }
        return grid.html();
    }

    private static Html caption(Evaluation evaluation, LossPicture picture) {
        TopLoss loss = picture.loss();
        Html note = picture.withoutHeat()
                ? Html.tag(
                        "div",
                        "muted",
                        Html.text("No heat map: nothing in the picture speaks for "
                                + evaluation.classes().get(loss.predicted()).name() + "."))
                : Html.NONE;
        boolean right = loss.label() == loss.predicted();
        return Html.all(
                Html.tag("span", "loss", Html.text("loss " + Numbers.fixed(loss.loss(), 2))),
                Html.tag("span", "file", Html.text(loss.image())),
                Html.tag(
                        "div",
                        "verdict",
                        line(
                                "given",
                                evaluation.classes().get(loss.label()).name(),
                                loss.pLabel(),
                                right ? "good" : ""),
                        line(
                                "predicted",
                                evaluation.classes().get(loss.predicted()).name(),
                                loss.pPredicted(),
                                right ? "good" : "bad")),
                note);
    }

    private static Html line(String role, String name, double p, String tone) {
        return Html.all(
                Html.tag("span", "muted", Html.text(role)),
                Html.tag("span", "", Html.tag("span", "name", Html.text(name)), Html.meter(p, tone)),
                Html.tag("span", "share", Html.text(Numbers.probability(p))));
    }
}
