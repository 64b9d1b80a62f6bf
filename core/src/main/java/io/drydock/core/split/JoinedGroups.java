package io.drydock.core.split;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Joins several ways to group images into one: images that share a group in any of them are together. */
public final class JoinedGroups {
    private final Map<String, String> parents = new HashMap<>();

    private JoinedGroups() {}

    /**
     * Joins.
     *
     * @param groupings group of each image that has one, a map for each way
     * @return group of each image that any way names
     */
    public static Map<String, String> of(List<Map<String, String>> groupings) {
        JoinedGroups joined = new JoinedGroups();
        Map<String, String> first = new HashMap<>();
        for (int way = 0; way < groupings.size(); way++) {
            String prefix = way + " ";
            groupings.get(way).forEach((image, name) -> {
                String before = first.putIfAbsent(image, prefix + name);
                if (before != null) {
                    joined.join(before, prefix + name);
                }
            });
        }
        first.replaceAll((image, name) -> joined.root(name));
        return first;
    }

    private void join(String one, String other) {
        String a = root(one);
        String b = root(other);
        if (!a.equals(b)) {
            boolean aFirst = a.compareTo(b) < 0;
            parents.put(aFirst ? b : a, aFirst ? a : b);
        }
    }

    private String root(String name) {
        String at = name;
        String above = parents.get(at);
        while (above != null) {
            at = above;
            above = parents.get(at);
        }
        return at;
    }
}
