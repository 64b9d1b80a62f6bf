package io.drydock.workbench.report;

import io.drydock.core.finding.FindingKind;
import io.drydock.core.metric.Measured;
import io.drydock.workbench.FindLabelIssues;
import io.drydock.workbench.audit.Audit;

/** What people ask about suspect labels, answered in a sentence. Safe for use by many threads. */
final class IssueWords {
    private IssueWords() {}

    /** {@code about 60 (48-72) of 5,314 are wrong}, or that the data do not tell. */
    static String left(FindLabelIssues.Result labels, String dash) {
        Measured left = labels.estimate().remaining();
        String interval = Numbers.fixed(left.low(), 0) + dash + Numbers.fixed(left.high(), 0);
        String of = " of " + Numbers.count(labels.issues().size());
        return labels.estimate().isWide()
                ? interval + of
                        + " are wrong, not known better before images of the random sample are judged; a first guess is "
                        + Numbers.fixed(left.value(), 0)
                : "about " + Numbers.fixed(left.value(), 0) + " (" + interval + ")" + of + " are wrong";
    }

    /** Why the number of suspect labels found is another than the estimate of wrong ones. */
    static String foundAgainstWrong(Audit audit, FindLabelIssues.Result labels) {
        int found = audit.findings(FindingKind.LABEL_ISSUE).size();
        String wrong = Numbers.fixed(labels.estimate().remaining().value(), 0);
        return Numbers.of(found, "label is", "labels are")
                + " worth a look: flagged by the filter, or wrong with a chance of 5 % or more, and many prove right; "
                + wrong + (labels.estimate().isWide() ? " is a first guess of how" : " is how")
                + " many of all labels that nobody judged are wrong.";
    }
}
