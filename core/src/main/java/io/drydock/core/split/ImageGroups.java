package io.drydock.core.split;

import io.drydock.core.data.Dataset;
import io.drydock.core.data.LabeledImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Images joined by equal content and by equal group names, however long the chain. For one thread at a time. */
final class ImageGroups {
    private final int[] parent;

    private ImageGroups(int n) {
        parent = new int[n];
        Arrays.setAll(parent, i -> i);
    }

    /**
     * Groups in order of their first image's path; images within a group in path order.
     *
     * @param named group of an image, if any
     */
    static List<List<LabeledImage>> of(Dataset data, Map<String, String> named) {
        List<LabeledImage> images = data.images().stream()
                .sorted((a, b) -> a.image().compareTo(b.image()))
                .toList();
        ImageGroups joined = new ImageGroups(images.size());
        Map<String, Integer> firstWith = new HashMap<>();
        for (int i = 0; i < images.size(); i++) {
            LabeledImage image = images.get(i);
            joined.joinTo(firstWith.putIfAbsent("content " + image.sha256(), i), i);
            String name = named.get(image.image());
            if (name != null) {
                joined.joinTo(firstWith.putIfAbsent("group " + name, i), i);
            }
        }
        Map<Integer, List<LabeledImage>> groups = new TreeMap<>();
        for (int i = 0; i < images.size(); i++) {
            groups.computeIfAbsent(joined.root(i), root -> new ArrayList<>(1)).add(images.get(i));
        }
        return List.copyOf(groups.values());
    }

    private void joinTo(@Nullable Integer first, int i) {
        if (first != null) {
            int a = root(first);
            int b = root(i);
            parent[Math.max(a, b)] = Math.min(a, b);
        }
    }

    private int root(int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
