package io.drydock.workbench.report;

import io.drydock.core.finding.Finding;
import io.drydock.core.finding.FindingKind;
import io.drydock.workbench.audit.Audit;
import java.util.List;

/** Images unlike all others of their class. Safe for use by many threads. */
final class OutlierSections {
    private static final int SHOWN = 42;

    private OutlierSections() {}

    static void add(ReportPage page, Audit audit, Pictures pictures) {
        List<Finding> findings = audit.findings(FindingKind.OUTLIER);
        if (findings.isEmpty()) {
            page.section("Outliers", "No image is far from all others of its class.");
            return;
        }
        PictureGrid grid = PictureGrid.dense();
        for (Finding finding : findings.stream().limit(SHOWN).toList()) {
            String label = finding.label().isPresent()
                    ? audit.images().classes().get(finding.label().getAsInt()).name()
                    : "to predict";
            grid.add(
                    pictures.of(finding.image()),
                    Html.all(
                            Html.text(Numbers.fixed(
                                            IssueSections.number(
                                                    finding.evidence().get("deviations")),
                                            1) + "σ "),
                            Html.text(label),
                            Html.tag("div", "file", Html.text(finding.image()))));
        }
        page.section(
                "Outliers (" + Numbers.count(findings.size()) + ")",
                "Far from all other images, by the distance to the nearest ones and held against the class. What does not"
                        + " belong to the set goes; a rare view of the subject stays, it is worth much.",
                grid.html());
    }
}
