package io.drydock.workbench.label;

import io.drydock.core.data.ClassList;
import io.drydock.core.error.DataException;
import io.drydock.core.finding.Finding;
import io.drydock.core.label.Verdict;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.label.Decision;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What spoke about each image when it was decided: noted in the journal with the decision. Safe for use by many threads. */
final class ShownEvidence {
    private static final ShownEvidence NONE = new ShownEvidence(Map.of());

    private final Map<String, List<Finding>> findings;

    private ShownEvidence(Map<String, List<Finding>> findings) {
        this.findings = findings;
    }

    /**
     * The findings of some images.
     *
     * @param shown id of the one that was shown; it comes first then
     * @throws DataException if there is no such finding
     */
    static ShownEvidence of(Workspace workspace, Collection<String> images, Optional<String> shown) {
        Map<String, List<Finding>> all = new HashMap<>(workspace.findings().ofImages(images));
        if (shown.isPresent()) {
            Finding finding = workspace
                    .findings()
                    .find(shown.get())
                    .orElseThrow(() -> new DataException("There is no finding " + shown.get()
                            + ". It may come from an older audit: look at the queue again."));
            all.replaceAll((image, own) -> own.isEmpty() ? own : first(finding, own));
        }
        return all.isEmpty() ? NONE : new ShownEvidence(all);
    }

    private static List<Finding> first(Finding shown, List<Finding> own) {
        return own.stream()
                .sorted(Comparator.comparing((Finding finding) -> !finding.id().equals(shown.id())))
                .toList();
    }

    /**
     * The decision with the finding that led to it, and the class that the evidence points to: one that nobody considered
     * yet, if there is one.
     *
     * @param before what was decided about the image last
     */
    Decision noted(Decision decision, Optional<Verdict> before, ClassList classes) {
        List<Finding> own = findings.getOrDefault(decision.image(), List.of());
        if (own.isEmpty()) {
            return decision;
        }
        List<String> suggested = suggested(own, classes);
        Optional<String> pointsTo = suggested.stream()
                .filter(code ->
                        before.map(verdict -> !verdict.seen().contains(code)).orElse(true))
                .findFirst()
                .or(() -> suggested.stream().findFirst());
        return decision.foundBy(own.get(0).id(), own.get(0).score(), pointsTo);
    }

    /** Whether an earlier verdict already answers all that speaks about an image now. */
    boolean isSettled(String image, Verdict verdict, ClassList classes) {
        return suggested(findings.getOrDefault(image, List.of()), classes).stream()
                .allMatch(code -> verdict.settles(Optional.of(code)));
    }

    private static List<String> suggested(List<Finding> own, ClassList classes) {
        return own.stream()
                .filter(finding -> finding.suggested().isPresent())
                .map(finding -> finding.suggested().getAsInt())
                .filter(index -> index < classes.size())
                .map(index -> classes.get(index).code())
                .distinct()
                .toList();
    }
}
