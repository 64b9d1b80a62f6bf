package io.drydock.workbench.report;

import io.drydock.core.finding.FindingKind;
import io.drydock.workbench.audit.Audit;
import io.drydock.workbench.audit.KindSummary;
import io.drydock.workbench.map.MapColoring;
import java.util.ArrayList;
import java.util.List;

/** The page of {@code drydock audit}: what to do first, then the evidence, check by check. Safe for use by many threads. */
public final class AuditPage {
    private static final int LIKENESS_SHOWN = 14;

    private AuditPage() {}

    /**
     * The whole page.
     *
     * @param made date and time for the subtitle, as text
     */
    public static ReportPage of(Audit audit, Pictures pictures, String made) {
        ReportPage page = new ReportPage(
                audit.inspection().name() + ": audit",
                Numbers.of(audit.images().images().size(), "image", "images") + ", looked at on " + made);
        figures(page, audit);
        first(page, audit);
        IssueSections.add(page, audit, pictures);
        DuplicatesPage.addSections(page, audit.duplicates(), pictures);
        OutlierSections.add(page, audit, pictures);
        CueSections.add(page, audit.cues(), audit.images().classes());
        ClassSections.add(page, audit.inspection());
        CheckSections.add(page, audit, pictures);
        CheckSections.addSeveral(page, audit, pictures);
        if (audit.shift().test() > 0) {
            ShiftSections.add(page, audit.images(), audit.shift(), pictures, LIKENESS_SHOWN);
        }
        map(page, audit);
        return page;
    }

    private static void figures(ReportPage page, Audit audit) {
        audit.labels()
                .ifPresent(labels -> page.figure(
                        Numbers.fixed(labels.estimate().remaining().value(), 0),
                        labels.estimate().isWide() ? "wrong labels left, a first guess" : "wrong labels left, about",
                        Numbers.fixed(labels.estimate().remaining().low(), 0) + "–"
                                + Numbers.fixed(labels.estimate().remaining().high(), 0) + " of "
                                + Numbers.count(labels.issues().size())));
        page.figure(
                Numbers.count(audit.duplicates().groups().size()),
                "groups of copies",
                Numbers.of(count(audit, FindingKind.CONFLICT), "conflict", "conflicts") + ", "
                        + Numbers.of(count(audit, FindingKind.LEAK), "leak", "leaks"));
        page.figure(Numbers.count(count(audit, FindingKind.OUTLIER)), "outliers", "far from all others");
        audit.shift()
                .embedding()
                .ifPresent(told -> page.figure(
                        Numbers.score(told.area()),
                        "test told from labelled",
                        told.notable() ? "AUC, .5 is alike: they differ" : "AUC, .5 is alike"));
        page.figure(
                Numbers.count(audit.cues().associations().size()),
                "suspicious cues",
                audit.cues().associations().isEmpty()
                        ? "none found"
                        : "first: "
                                + audit.images()
                                        .classes()
                                        .get(audit.cues().associations().get(0).label())
                                        .name());
    }

    private static int count(Audit audit, FindingKind kind) {
        return audit.findings(kind).size();
    }

    private static void first(ReportPage page, Audit audit) {
        if (audit.summary().isEmpty()) {
            page.section("What to do first", "Nothing was found that needs a look.");
            return;
        }
        ReportTable table = new ReportTable()
                .column("Kind")
                .numbers("Found")
                .numbers("To change, about")
                .column("What it means, and what to do");
        for (KindSummary kind : audit.summary()) {
            table.row(
                    Html.tag("b", "", Html.text(kind.kind().title())),
                    Html.text(Numbers.count(kind.count())),
                    Html.text(kind.worth() == 0 ? "none" : kind.worth() < 0.5 ? "few" : Numbers.fixed(kind.worth(), 0)),
                    Html.text(kind.kind().meaning() + " " + kind.kind().advice()));
        }
        page.section(
                "What to do first",
                "In order of expected gain. Nothing was changed: all of it waits for your judgement in drydock studio.",
                table.html(),
                Html.tag(
                        "p",
                        "muted",
                        Html.text("For label issues the number to change comes from their estimated chances of being"
                                + " wrong; for the other kinds it is a rule of thumb.")));
    }

    private static void map(ReportPage page, Audit audit) {
        if (audit.map().points().isEmpty()) {
            return;
        }
        List<Html> charts = new ArrayList<>();
        for (MapColoring coloring : audit.map().colorings()) {
            boolean tips =
                    coloring == MapColoring.CORRECT || audit.map().colorings().size() == 1;
            if (coloring != MapColoring.PART) {
                charts.add(Html.tag(
                        "figure",
                        "chart wide",
                        new Html(audit.map()
                                .chart(heading(coloring), coloring, tips)
                                .svg())));
            }
        }
        page.section(
                "Map",
                audit.map().trust() + " Axes mean nothing. drydock map makes a page with names and pictures.",
                Html.all(charts));
    }

    private static String heading(MapColoring coloring) {
        return switch (coloring) {
            case CLASS -> "By class";
            case PART -> "By part";
            case CORRECT -> "By whether the prediction agrees with the label";
        };
    }
}
