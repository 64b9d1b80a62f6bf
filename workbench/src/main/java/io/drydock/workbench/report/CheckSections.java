package io.drydock.workbench.report;

import io.drydock.explore.check.CheckResult;
import io.drydock.explore.check.Flag;
import io.drydock.workbench.audit.Audit;
import io.drydock.workbench.audit.AuditedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Checks of single pictures: how each measure spreads, where the bound is, and what lies beyond it. Safe for use by many threads. */
final class CheckSections {
    private static final int SHOWN = 14;

    private CheckSections() {}

    static void add(ReportPage page, Audit audit, Pictures pictures) {
        List<Html> body = new ArrayList<>();
        List<String> clean = new ArrayList<>();
        for (CheckResult check : audit.checks()) {
            if (check.flags().isEmpty()) {
                clean.add(check.kind().title().toLowerCase(Locale.ROOT));
            } else {
                body.add(check(check, audit, pictures));
            }
        }
        int flagged =
                audit.checks().stream().mapToInt(check -> check.flags().size()).sum();
        page.section(
                "Pictures",
                flagged == 0
                        ? "No picture stands out in any measure."
                        : "Pictures far from the rest of this set, check by check. Most are fine: look, and keep what shows"
                                + " its subject.",
                Html.all(body),
                clean.isEmpty()
                        ? Html.NONE
                        : Html.tag("p", "muted", Html.text("Nothing found for: " + String.join(", ", clean) + ".")));
    }

    /** Pictures ranked by how much they look like ones of several subjects, or why they are not. */
    static void addSeveral(ReportPage page, Audit audit, Pictures pictures) {
        page.section(
                "More than one subject",
                SeveralWords.of(audit.several()) + SeveralWords.made(audit.several()),
                Html.all(audit.several().checks().stream()
                        .map(check -> check(check, audit, pictures))
                        .toList()));
    }

    private static Html check(CheckResult check, Audit audit, Pictures pictures) {
        PictureGrid grid = PictureGrid.dense();
        for (Flag flag : check.flags().stream().limit(SHOWN).toList()) {
            AuditedImage image = audit.images().images().get(flag.row());
            grid.add(
                    pictures.of(image.image()),
                    Html.all(
                            Html.text(value(flag) + " "),
                            Html.text(audit.images().className(image)),
                            Html.tag("div", "file", Html.text(image.image()))));
        }
        return Html.all(
                Html.tag(
                        "h3",
                        "",
                        Html.text(check.kind().title()),
                        Html.tag(
                                "small",
                                "",
                                Html.text(
                                        Numbers.of(check.flags().size(), "image", "images") + classes(check, audit)))),
                Html.tag(
                        "p",
                        "muted",
                        Html.text(check.kind().meaning() + " " + check.kind().advice())),
                grid.html(),
                Html.tag(
                        "details",
                        "",
                        Html.tag("summary", "", Html.text("How all images spread")),
                        Html.chart(check.histogram())));
    }

    private static String value(Flag flag) {
        return Math.abs(flag.value()) >= 100
                ? Numbers.count(Math.round(flag.value()))
                : Numbers.fixed(flag.value(), Math.abs(flag.value()) < 10 ? 2 : 1);
    }

    /** The class with the most flags when it has more than half of the labelled ones. */
    private static String classes(CheckResult check, Audit audit) {
        Map<String, Integer> counts = new TreeMap<>();
        int labeled = 0;
        for (Flag flag : check.flags()) {
            AuditedImage image = audit.images().images().get(flag.row());
            if (image.labeled()) {
                labeled++;
                counts.merge(audit.images().className(image), 1, Integer::sum);
            }
        }
        int all = labeled;
        return counts.entrySet().stream()
                .filter(entry -> all >= 10 && 2 * entry.getValue() > all)
                .map(entry -> ", " + entry.getValue() + " of the " + all + " labelled ones " + entry.getKey())
                .findFirst()
                .orElse("");
    }
}
