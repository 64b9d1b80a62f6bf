package io.drydock.explore.duplicate;

import io.drydock.core.finding.Copy;
import io.drydock.core.finding.ImageGroup;
import io.drydock.core.finding.ImageGroup.Kind;
import io.drydock.core.finding.ImageGroup.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups of near-duplicates, with what they do to labels and scores, and which copy to keep. Safe for use by many threads. */
public final class NearGroups {
    private NearGroups() {}

    /** Rows of which each stands for all images of its decoded pixels: the first of each, in order. */
    public static List<Integer> distinct(List<ComparedImage> images) {
        Map<String, Integer> first = new LinkedHashMap<>();
        for (int i = 0; i < images.size(); i++) {
            first.putIfAbsent(images.get(i).pixelSha256(), i);
        }
        return List.copyOf(first.values());
    }

    /**
     * Groups in import order of their first image. Exact copies of a member are members too; a group of nothing but exact
     * copies is not a near one.
     *
     * @param images all, in import order
     * @param pairs found among them, rows of {@code images}; exact copies need not be among them
     */
    public static List<ImageGroup> of(List<ComparedImage> images, List<CopyPair> pairs) {
        Map<String, List<Integer>> byPixels = new HashMap<>();
        for (int i = 0; i < images.size(); i++) {
            byPixels.computeIfAbsent(images.get(i).pixelSha256(), key -> new ArrayList<>())
                    .add(i);
        }
        List<CopyPair> near = pairs.stream()
                .filter(pair -> !images.get(pair.first())
                        .pixelSha256()
                        .equals(images.get(pair.second()).pixelSha256()))
                .toList();
        List<ImageGroup> groups = new ArrayList<>();
        for (List<Integer> rows : CopyGroups.of(near)) {
            List<ComparedImage> members = rows.stream()
                    .flatMap(row -> byPixels.getOrDefault(images.get(row).pixelSha256(), List.of(row)).stream())
                    .distinct()
                    .sorted()
                    .map(images::get)
                    .toList();
            groups.add(group(members, similarity(rows, near, images, KeepChoice.of(members))));
        }
        return List.copyOf(groups);
    }

    private static ImageGroup group(List<ComparedImage> members, double similarity) {
        KeepChoice keep = KeepChoice.of(members);
        List<Copy> copies = members.stream().map(ComparedImage::copy).toList();
        Relation relation = ImageGroup.relation(copies);
        String reason = relation == Relation.CONFLICT
                ? keep.reason() + "; look at the labels before dropping any"
                : keep.reason();
        return new ImageGroup(
                Kind.NEAR, relation, similarity, keep.image().copy().image(), reason, copies);
    }

    private static double similarity(
            List<Integer> rows, List<CopyPair> pairs, List<ComparedImage> images, KeepChoice keep) {
        String kept = keep.image().pixelSha256();
        double withKept = 1;
        double least = 1;
        boolean found = false;
        for (CopyPair pair : pairs) {
            if (rows.contains(pair.first()) && rows.contains(pair.second())) {
                least = Math.min(least, pair.similarity());
                if (images.get(pair.first()).pixelSha256().equals(kept)
                        || images.get(pair.second()).pixelSha256().equals(kept)) {
                    withKept = Math.min(withKept, pair.similarity());
                    found = true;
                }
            }
        }
        return found ? withKept : least;
    }
}
