package io.drydock.explore.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers pairs into groups without chains: the most similar first, and two groups become one only when at least half of
 * all pairs between them were found, so that A like B and B like C does not make copies of A and C. For one thread at a
 * time.
 */
final class CopyGroups {
    private static final double LINKED = 0.5;

    private final Map<Integer, List<Integer>> groupOf = new HashMap<>();
    private final Map<Integer, Set<Integer>> linked = new HashMap<>();
    private final double needed;

    private CopyGroups(List<CopyPair> pairs, double needed) {
        this.needed = needed;
        for (CopyPair pair : pairs) {
            for (int row : List.of(pair.first(), pair.second())) {
                groupOf.computeIfAbsent(row, r -> new ArrayList<>(List.of(r)));
                linked.computeIfAbsent(row, r -> new HashSet<>());
            }
            linked(pair.first()).add(pair.second());
            linked(pair.second()).add(pair.first());
        }
    }

    /** Rows of each group, two or more, in rising order; the groups by their first row. */
    static List<List<Integer>> of(List<CopyPair> pairs) {
        return of(pairs, LINKED);
    }

    /** The same, but with everything together that any chain of pairs connects. */
    static List<List<Integer>> chains(List<CopyPair> pairs) {
        return of(pairs, 0);
    }

    private static List<List<Integer>> of(List<CopyPair> pairs, double needed) {
        CopyGroups groups = new CopyGroups(pairs, needed);
        pairs.stream()
                .sorted(Comparator.comparingDouble(CopyPair::similarity)
                        .reversed()
                        .thenComparingInt(CopyPair::first)
                        .thenComparingInt(CopyPair::second))
                .forEach(groups::join);
        return groups.groupOf.values().stream()
                .distinct()
                .filter(group -> group.size() > 1)
                .map(group -> group.stream().sorted().toList())
                .sorted(Comparator.comparingInt(group -> group.get(0)))
                .toList();
    }

    private void join(CopyPair pair) {
        List<Integer> into = group(pair.first());
        List<Integer> from = group(pair.second());
        if (into == from) {
            return;
        }
        int links = 0;
        for (int row : into) {
            for (int other : from) {
                if (linked(row).contains(other)) {
                    links++;
                }
            }
        }
        if (links >= needed * into.size() * from.size()) {
            into.addAll(from);
            from.forEach(row -> groupOf.put(row, into));
        }
    }

    private List<Integer> group(int row) {
        return groupOf.getOrDefault(row, List.of());
    }

    private Set<Integer> linked(int row) {
        return linked.getOrDefault(row, Set.of());
    }
}
