package io.drydock.workbench.report;

import io.drydock.explore.shift.TwoSampleTest;
import io.drydock.workbench.audit.ImageSet;
import io.drydock.workbench.inspect.Shift;
import io.drydock.workbench.shift.ShiftLook;
import io.drydock.workbench.shift.ShiftLook.Likeness;
import java.util.List;

/** Labelled images against those to be predicted: the test, the measures, and who looks like whom. Safe for use by many threads. */
final class ShiftSections {
    private ShiftSections() {}

    /** @param shown pictures of each kind */
    static void add(ReportPage page, ImageSet set, ShiftLook shift, Pictures pictures, int shown) {
        page.section(
                "Labelled against test",
                shift.verdict(),
                shift.embedding().map(told -> told(told, shift)).orElse(Html.NONE),
                measures(shift.measures()));
        if (!shift.likeTest().isEmpty()) {
            page.section(
                    "Most and least like the test images",
                    shift.embedding().map(TwoSampleTest::notable).orElse(false)
                            ? "The first are worth the most when you label or clean more; the last teach what is not asked."
                            : "Since the two cannot be told apart well, this order is mostly chance.",
                    Html.tag("h3", "", Html.text("Most like them")),
                    grid(shift.likeTest(), set, pictures, shown),
                    Html.tag("h3", "", Html.text("Least like them")),
                    grid(shift.unlikeTest(), set, pictures, shown));
        }
    }

    private static Html told(TwoSampleTest told, ShiftLook shift) {
        return Html.tag(
                "p",
                "callout " + (told.notable() ? "warn" : "good"),
                Html.text("Area under the ROC curve " + Numbers.score(told.area()) + " (95 % interval "
                        + Numbers.score(told.low()) + "–" + Numbers.score(told.high()) + "), p = "
                        + Numbers.pValue(told.pValue()) + "; .5 means that a classifier on embeddings by "
                        + shift.encoder() + " cannot tell the " + Numbers.count(shift.labeled()) + " labelled from the "
                        + Numbers.count(shift.test())
                        + " test images. Each half was judged by a classifier fitted on the other; p by permutation."));
    }

    private static Html measures(List<Shift> measures) {
        if (measures.isEmpty()) {
            return Html.NONE;
        }
        ReportTable table = new ReportTable()
                .column("Measure")
                .numbers("Labelled, mean")
                .numbers("Test, mean")
                .numbers("Distance")
                .numbers("p-value")
                .column("");
        for (Shift shift : measures) {
            int decimals = Math.abs(shift.labeledMean()) < 10 ? 3 : 1;
            table.row(
                    Html.text(shift.feature().replace('_', ' ')),
                    Html.text(Numbers.fixed(shift.labeledMean(), decimals)),
                    Html.text(Numbers.fixed(shift.testMean(), decimals)),
                    Html.text(Numbers.fixed(shift.distance(), 3)),
                    Html.text(Numbers.pValue(shift.pValue())),
                    shift.notable()
                            ? Html.tag("span", "tag warn", Html.text("differs"))
                            : Html.tag("span", "tag good", Html.text("alike")));
        }
        return table.html();
    }

    private static Html grid(List<Likeness> images, ImageSet set, Pictures pictures, int shown) {
        PictureGrid grid = PictureGrid.dense();
        images.stream()
                .limit(shown)
                .forEach(likeness -> grid.add(
                        pictures.of(likeness.image().image()),
                        Html.all(
                                Html.text(Numbers.score(likeness.value()) + " "),
                                Html.text(set.className(likeness.image())))));
        return grid.html();
    }
}
