package io.drydock.core.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts findings in order. Safe for use by many threads. */
public final class Ranking {
    private Ranking() {}

    /**
     * The findings by kind, each kind from 1 by rising score, equal scores by path. Where two paths hold the same
     * content, the ids of the later ones end in {@code -2}, {@code -3}, so that an id names one finding.
     */
    public static List<Finding> of(List<Finding> findings) {
        List<Finding> ordered = new ArrayList<>(findings);
        ordered.sort(Comparator.comparing(Finding::kind)
                .thenComparingDouble(Finding::score)
                .thenComparing(Finding::image));
        Map<FindingKind, Integer> places = new EnumMap<>(FindingKind.class);
        Map<String, Integer> ids = new HashMap<>();
        List<Finding> ranked = new ArrayList<>();
        for (Finding finding : ordered) {
            int place = places.merge(finding.kind(), 1, Integer::sum);
            int copy = ids.merge(finding.id(), 1, Integer::sum);
            Finding placed = finding.ranked(place);
            ranked.add(copy == 1 ? placed : placed.named(finding.id() + "-" + copy));
        }
        return List.copyOf(ranked);
    }
}
