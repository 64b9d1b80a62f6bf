package io.drydock.workbench.audit;

import io.drydock.core.finding.Finding;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.finding.Ranking;
import io.drydock.workbench.FindLabelIssues;
import io.drydock.workbench.issue.LabelIssue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Suspect labels as findings. Safe for use by many threads. */
public final class LabelFindings {
    /** Raised when results mean something else. */
    public static final int VERSION = 2;

    /** Chance of a wrong label from which an image is put into the queue, whether or not the filter flags it. */
    private static final double WORTH_A_LOOK = 0.05;

    private LabelFindings() {}

    /** Labels that the filter flags or that are wrong with a chance of at least 5 %, the most suspect first. */
    public static List<Finding> of(FindLabelIssues.Result issues, ImageSet set, NearestImages nearest) {
        Map<String, AuditedImage> images = set.byPath();
        List<Finding> findings = new ArrayList<>();
        for (LabelIssue issue : issues.issues()) {
            AuditedImage image = images.get(issue.image());
            if (image != null && (issue.flagged() || issue.wrong() >= WORTH_A_LOOK)) {
                findings.add(ImageSet.finding(
                        FindingKind.LABEL_ISSUE,
                        VERSION,
                        image,
                        issue.score(),
                        OptionalInt.of(issue.suggested()),
                        evidence(issue, set, nearest),
                        List.of()));
            }
        }
        return Ranking.of(findings);
    }

    private static Map<String, Object> evidence(LabelIssue issue, ImageSet set, NearestImages nearest) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        Map<String, Object> probabilities = new LinkedHashMap<>();
        for (int c = 0; c < issue.probabilities().size(); c++) {
            probabilities.put(set.classes().get(c).code(), issue.probabilities().get(c));
        }
        evidence.put("p_label", issue.probabilities().get(issue.given()));
        evidence.put("p_suggested", issue.probabilities().get(issue.suggested()));
        evidence.put("p_wrong", issue.wrong());
        evidence.put("flagged", issue.flagged());
        evidence.put("probabilities", probabilities);
        evidence.put("nearest", nearest.of(issue.image()));
        return evidence;
    }
}
