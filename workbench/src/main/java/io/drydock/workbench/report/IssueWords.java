package io.drydock.workbench.report;

import io.drydock.core.finding.FindingKind;
import io.drydock.workbench.FindLabelIssues;
import io.drydock.workbench.audit.Audit;

/** What people ask about suspect labels, answered in a sentence. Safe for use by many threads. */
final class IssueWords {
    private IssueWords() {}

    /** Why the number of suspect labels found is another than the estimate of wrong ones. */
    static String foundAgainstWrong(Audit audit, FindLabelIssues.Result labels) {
        int found = audit.findings(FindingKind.LABEL_ISSUE).size();
        String wrong = Numbers.fixed(labels.estimate().remaining().value(), 0);
        return Numbers.of(found, "label is", "labels are")
                + " worth a look: flagged by the filter, or wrong with a chance of 5 % or more, and many prove right; "
                + wrong + " is how many of all labels, looked at or not, are expected to be wrong.";
    }
}
