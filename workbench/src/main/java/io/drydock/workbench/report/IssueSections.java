package io.drydock.workbench.report;

import io.drydock.core.data.ClassList;
import io.drydock.core.finding.Finding;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.metric.Measured;
import io.drydock.explore.label.PairErrors;
import io.drydock.workbench.FindLabelIssues;
import io.drydock.workbench.audit.Audit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Suspect labels: how many are expected to be wrong, between which classes, and the most suspect ones. Safe for use by many threads. */
final class IssueSections {
    private static final int SHOWN = 60;
    private static final int PAIRS = 12;
    private static final int NEXT = 100;

    private IssueSections() {}

    static void add(ReportPage page, Audit audit, Pictures pictures) {
        if (audit.labels().isEmpty()) {
            return;
        }
        FindLabelIssues.Result labels = audit.labels().get();
        List<Finding> findings = audit.findings(FindingKind.LABEL_ISSUE);
        page.section(
                "Suspect labels",
                lead(labels, findings),
                Html.tag("p", "muted", Html.text(IssueWords.foundAgainstWrong(audit, labels))),
                pairs(labels.estimate().pairs(), audit.images().classes()),
                Html.tag("h3", "", Html.text("The most suspect"), small(findings.size())),
                grid(findings, audit.images().classes(), pictures),
                Html.tag(
                        "p",
                        "muted",
                        Html.text("Probabilities by " + labels.source()
                                + ": models that saw neither the image nor a copy of it. Judge them all in drydock"
                                + " studio; \"looked at, it is right\" is one key and is never asked again.")));
    }

    private static Html small(int count) {
        return Html.tag("small", "", Html.text(Math.min(SHOWN, count) + " of " + Numbers.count(count)));
    }

    private static String lead(FindLabelIssues.Result labels, List<Finding> findings) {
        double next = findings.stream()
                .limit(NEXT)
                .mapToDouble(finding -> number(finding.evidence().get("p_wrong")))
                .sum();
        String left = IssueWords.left(labels, "–");
        return left.substring(0, 1).toUpperCase(Locale.ROOT) + left.substring(1) + ". "
                + Numbers.fixed(next, 0) + " are expected among the first "
                + Math.min(NEXT, findings.size()) + " below. The order is good, the single flag is not proof: look.";
    }

    /** {@code 210 (180–240)}. */
    static String range(Measured measured) {
        return Numbers.fixed(measured.value(), 0) + " (" + Numbers.fixed(measured.low(), 0) + "–"
                + Numbers.fixed(measured.high(), 0) + ")";
    }

    private static Html pairs(List<PairErrors> pairs, ClassList classes) {
        if (pairs.isEmpty()) {
            return Html.NONE;
        }
        ReportTable table = new ReportTable()
                .column("Labelled")
                .column("should be")
                .column("")
                .numbers("Wrong labels, about");
        double most =
                pairs.stream().mapToDouble(pair -> pair.count().value()).max().orElse(1);
        for (PairErrors pair : pairs.stream().limit(PAIRS).toList()) {
            table.row(
                    Html.text(classes.get(pair.given()).name()),
                    Html.text(classes.get(pair.other()).name()),
                    Html.meter(pair.count().value() / most, ""),
                    Html.text(range(pair.count())));
        }
        return table.html();
    }

    private static Html grid(List<Finding> findings, ClassList classes, Pictures pictures) {
        PictureGrid grid = PictureGrid.compact();
        for (Finding finding : findings.stream().limit(SHOWN).toList()) {
            List<Html> caption = new ArrayList<>();
            Map<String, Object> evidence = finding.evidence();
            caption.add(verdict("label", classes, finding.label().orElse(0), number(evidence.get("p_label")), "bad"));
            caption.add(verdict(
                    "looks", classes, finding.suggested().orElse(0), number(evidence.get("p_suggested")), "good"));
            caption.add(Html.tag("div", "file muted", Html.text(finding.image())));
            grid.add(pictures.of(finding.image()), Html.all(caption));
        }
        return grid.html();
    }

    private static Html verdict(String role, ClassList classes, int label, double probability, String tone) {
        return Html.tag(
                "div",
                "said",
                Html.tag("span", "muted", Html.text(role)),
                Html.tag("b", "", Html.text(classes.get(label).name())),
                Html.meter(probability, tone),
                Html.tag("span", "share", Html.text(Numbers.probability(probability))));
    }

    static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
