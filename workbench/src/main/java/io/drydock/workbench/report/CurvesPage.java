package io.drydock.workbench.report;

import io.drydock.core.chart.Curve;
import io.drydock.core.chart.LineChart;
import io.drydock.core.run.RunEvent.EpochEnded;
import io.drydock.workbench.run.ChosenEpoch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How a run learned: losses and scores epoch by epoch, with one line on whether it overfits. Safe for use by many threads. */
public final class CurvesPage {
    private CurvesPage() {}

    /** The page of a run that trained as many epochs as were planned. */
    public static ReportPage of(String run, List<EpochEnded> epochs, int kept) {
        return of(run, epochs, kept, false);
    }

    /**
     * The whole page.
     *
     * @param epochs in order
     * @param kept epoch whose weights were kept, from 1
     * @param chosen whether that epoch was chosen by its score on the validation part
     */
    public static ReportPage of(String run, List<EpochEnded> epochs, int kept, boolean chosen) {
        double seconds = epochs.stream().mapToDouble(EpochEnded::seconds).sum();
        ReportPage page = new ReportPage(
                run,
                Numbers.of(epochs.size(), "epoch", "epochs") + " in " + Numbers.fixed(seconds / 60, 1)
                        + " minutes; the weights of epoch " + kept + " were kept. Lines during training are progress;"
                        + " the score of a run is that of its exported graph."
                        + (chosen ? " " + ChosenEpoch.NOTE : ""));
        epochs.stream().filter(epoch -> epoch.epoch() == kept).findFirst().ifPresent(epoch -> figures(page, epoch));
        String points = epochs.size() > 1 ? "" : " One epoch is a point, not a curve; its values are beside it.";
        page.section("Loss", CurveVerdict.of(epochs) + points, Html.chart(losses(epochs)));
        if (epochs.stream().anyMatch(epoch -> Double.isFinite(epoch.weightedF1()))) {
            page.section("Score on the validation part", "", Html.chart(scores(epochs)));
        }
        page.section("Epoch by epoch", "", table(epochs, kept));
        return page;
    }

    /** Training and validation loss by epoch, as the file {@code curves.svg} holds it. */
    public static LineChart losses(List<EpochEnded> epochs) {
        return new LineChart(
                "Loss",
                "epoch",
                "loss",
                List.of(curve("train", epochs, EpochEnded::trainLoss), curve("valid", epochs, EpochEnded::validLoss)));
    }

    private static LineChart scores(List<EpochEnded> epochs) {
        return new LineChart(
                "Score",
                "epoch",
                "score",
                List.of(
                        curve("weighted F1", epochs, EpochEnded::weightedF1),
                        curve("accuracy", epochs, EpochEnded::accuracy)));
    }

    private static Curve curve(String name, List<EpochEnded> epochs, ToDoubleFunction<EpochEnded> value) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (EpochEnded epoch : epochs) {
            x.add((double) epoch.epoch());
            y.add(value.applyAsDouble(epoch));
        }
        return new Curve(name, x, y);
    }

    private static void figures(ReportPage page, EpochEnded epoch) {
        String note = "epoch " + epoch.epoch();
        page.figure(Numbers.score(epoch.weightedF1()), "weighted F1", note);
        page.figure(Numbers.score(epoch.accuracy()), "accuracy", note);
        page.figure(Numbers.fixed(epoch.validLoss(), 3), "validation loss", note);
        page.figure(Numbers.fixed(epoch.trainLoss(), 3), "training loss", note);
    }

    private static Html table(List<EpochEnded> epochs, int kept) {
        ReportTable table = new ReportTable()
                .numbers("Epoch")
                .column("Stage")
                .numbers("Train loss")
                .numbers("Valid loss")
                .numbers("Accuracy")
                .numbers("Weighted F1")
                .numbers("Seconds")
                .column("");
        for (EpochEnded epoch : epochs) {
            table.row(
                    Html.text(Integer.toString(epoch.epoch())),
                    Html.text(epoch.stage().key()),
                    Html.text(Numbers.fixed(epoch.trainLoss(), 4)),
                    Html.text(Numbers.fixed(epoch.validLoss(), 4)),
                    Html.text(Numbers.score(epoch.accuracy())),
                    Html.text(Numbers.score(epoch.weightedF1())),
                    Html.text(Numbers.fixed(epoch.seconds(), 1)),
                    epoch.epoch() == kept ? Html.tag("span", "tag good", Html.text("kept")) : Html.NONE);
        }
        return table.html();
    }
}
