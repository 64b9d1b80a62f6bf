package io.drydock.workbench.report;

import io.drydock.core.data.ClassList;
import io.drydock.explore.cue.Association;
import io.drydock.explore.cue.Cue;
import io.drydock.workbench.audit.CueLook;
import java.util.List;

/** What gives the class away without a look at the subject. Safe for use by many threads. */
final class CueSections {
    private static final int CALLED_OUT = 3;
    private static final int LISTED = 20;

    private CueSections() {}

    static void add(ReportPage page, CueLook look, ClassList classes) {
        if (look.cues().isEmpty()) {
            return;
        }
        page.section(
                "Cues that have nothing to do with the subject",
                lead(look),
                callouts(look.associations(), classes),
                measures(look.cues()),
                associations(look.associations(), classes));
    }

    private static String lead(CueLook look) {
        List<String> notable =
                look.cues().stream().filter(Cue::notable).map(Cue::name).toList();
        return notable.isEmpty()
                ? "No measure of the files alone predicts the class to speak of."
                : "A network may learn these instead of what it should see: " + String.join(", ", notable) + ".";
    }

    private static Html callouts(List<Association> associations, ClassList classes) {
        return Html.all(associations.stream()
                .limit(CALLED_OUT)
                .map(association -> Html.tag("p", "callout warn", Html.text(sentence(association, classes))))
                .toList());
    }

    /** {@code 118 of the 161 images without color are Military (73.3 %; Military is 18.7 % of all)}. */
    static String sentence(Association association, ClassList classes) {
        String name = classes.get(association.label()).name();
        return Numbers.count(association.hits()) + " of the " + Numbers.count(association.matching()) + " images "
                + association.trait() + " are " + name + ": " + Numbers.percent(association.precision())
                + ", where " + name + " is " + Numbers.percent((double) association.ofClass() / association.total())
                + " of all. Dropping them would take " + Numbers.percent(association.coverage()) + " of the class"
                + (association.trait().contains("gray") || association.trait().contains("color")
                        ? "; training with grayscale augmentation takes nothing."
                        : ".");
    }

    private static Html measures(List<Cue> cues) {
        ReportTable table = new ReportTable()
                .column("One measure alone")
                .column("")
                .numbers("Classes told right")
                .numbers("Answers right")
                .numbers("Gain over the largest class")
                .numbers("p-value")
                .column("");
        for (Cue cue : cues) {
            table.row(
                    Html.text(cue.name()),
                    Html.meter(cue.balanced().value(), cue.notable() ? "" : "quiet"),
                    Html.all(
                            Html.text(Numbers.percent(cue.balanced().value())),
                            Html.tag(
                                    "span",
                                    "range",
                                    Html.text(Numbers.percent(cue.balanced().low()) + "–"
                                            + Numbers.percent(cue.balanced().high())))),
                    Html.text(Numbers.percent(cue.accuracy())),
                    Html.text(points(cue.gain().value()) + " ("
                            + points(cue.gain().low()) + "–" + points(cue.gain().high()) + ")"),
                    Html.text(Numbers.pValue(cue.pValue())),
                    cue.notable() ? Html.tag("span", "tag warn", Html.text("tells")) : Html.NONE);
        }
        double chance = cues.get(0).chance();
        return Html.all(
                table.html(),
                Html.tag(
                        "p",
                        "muted",
                        Html.text("Cross-validated. \"Classes told right\" counts every class the same, so that "
                                + Numbers.percent(chance)
                                + " is chance; \"answers right\" is plain accuracy. The intervals hold for all measures at"
                                + " once with 95 %. The p-value is the chance that any measure would tell as much if none had"
                                + " to do with the class, by permutation of the labels.")));
    }

    private static String points(double share) {
        return (share >= 0 ? "+" : "−") + Numbers.fixed(Math.abs(share) * 100, 1);
    }

    private static Html associations(List<Association> associations, ClassList classes) {
        if (associations.isEmpty()) {
            return Html.NONE;
        }
        ReportTable table = new ReportTable()
                .column("Images")
                .column("are often")
                .numbers("Hits")
                .numbers("of")
                .numbers("Share")
                .numbers("Times as often")
                .numbers("p-value");
        associations.stream()
                .limit(LISTED)
                .forEach(one -> table.row(
                        Html.text(one.trait()),
                        Html.text(classes.get(one.label()).name()),
                        Html.text(Numbers.count(one.hits())),
                        Html.text(Numbers.count(one.matching())),
                        Html.text(Numbers.percent(one.precision())),
                        Html.text(Numbers.fixed(one.lift(), 1) + " ×"),
                        Html.text(Numbers.pValue(one.pValue()))));
        return Html.all(
                Html.tag("h3", "", Html.text("Traits that go with a class")),
                table.html(),
                Html.tag(
                        "p",
                        "muted",
                        Html.text(
                                "Fisher's exact test, corrected for the number of pairs looked at. A trait may be true of"
                                        + " the subject (warships are often photographed without color) and still mislead where"
                                        + " it is not.")));
    }
}
