package io.drydock.workbench.audit;

import io.drydock.core.finding.Finding;
import io.drydock.core.finding.FindingKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many findings there are of a kind, and what judging them is worth.
 *
 * @param worth images whose label or place in the set is expected to change when all findings of the kind are judged: for
 *     label issues from their estimated chances of being wrong, for the other kinds count times a rule of thumb
 */
public record KindSummary(FindingKind kind, int count, double worth) {
    /** Kinds by falling worth. */
    public static List<KindSummary> of(List<Finding> findings) {
        Map<FindingKind, Integer> counts = new EnumMap<>(FindingKind.class);
        Map<FindingKind, Double> worth = new EnumMap<>(FindingKind.class);
        for (Finding finding : findings) {
            counts.merge(finding.kind(), 1, Integer::sum);
            worth.merge(finding.kind(), changes(finding), Double::sum);
        }
        List<KindSummary> summary = new ArrayList<>();
        counts.forEach((kind, count) -> summary.add(new KindSummary(kind, count, worth.getOrDefault(kind, 0.0))));
        summary.sort(
                Comparator.comparingDouble((KindSummary kind) -> -kind.worth()).thenComparing(KindSummary::kind));
        return List.copyOf(summary);
    }

    private static double changes(Finding finding) {
        if (finding.kind() == FindingKind.LABEL_ISSUE && finding.evidence().get("p_wrong") instanceof Number wrong) {
            return wrong.doubleValue();
        }
        return switch (finding.kind()) {
            case CONFLICT, LEAK -> 1;
            case DUPLICATE, NEAR_DUPLICATE -> 0.5;
            case LOW_INFORMATION -> 0.2;
            case OUTLIER, LABEL_ISSUE -> 0.1;
            case ODD_SIZE, BLURRY, DARK, LIGHT, LOW_CONTRAST -> 0.05;
            case ODD_ASPECT, BORDER, UNLIKE_TEST, SEVERAL_OBJECTS -> 0.02;
            default -> 0;
        };
    }
}
