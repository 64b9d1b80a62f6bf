package io.drydock.workbench.audit;

import io.drydock.core.finding.Finding;
import io.drydock.core.finding.FindingKind;
import io.drydock.explore.check.CheckResult;
import io.drydock.explore.outlier.Outliers;
import io.drydock.workbench.FindDuplicates;
import io.drydock.workbench.FindLabelIssues;
import io.drydock.workbench.inspect.Inspection;
import io.drydock.workbench.map.FeatureMap;
import io.drydock.workbench.shift.ShiftLook;
import io.drydock.workbench.subject.SeveralLook;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a look at an image set finds.
 *
 * @param inspection classes, sizes, rows left out
 * @param checks of single pictures, each with what it measured of all
 * @param labels suspect labels; empty when there are too few labelled images to tell
 * @param findings of all checks, kind by kind, each by rank
 * @param summary kinds in order of expected gain
 * @param several pictures that seem to show several subjects
 * @param seconds that each step took
 */
public record Audit(
        ImageSet images,
        Inspection inspection,
        List<CheckResult> checks,
        FindDuplicates.Result duplicates,
        Optional<FindLabelIssues.Result> labels,
        Embedding embedding,
        Outliers outliers,
        SeveralLook several,
        CueLook cues,
        ShiftLook shift,
        FeatureMap map,
        List<Finding> findings,
        List<KindSummary> summary,
        Map<String, Double> seconds) {
    public Audit {
        checks = List.copyOf(checks);
        findings = List.copyOf(findings);
        summary = List.copyOf(summary);
    }

    /** Findings of one kind by rank. */
    public List<Finding> findings(FindingKind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).toList();
    }

    /** Seconds of all steps. */
    public double totalSeconds() {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
