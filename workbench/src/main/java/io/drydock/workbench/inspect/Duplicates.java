package io.drydock.workbench.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds exact copies by what images decode to, and says whether their files are equal too. Safe for use by many threads. */
final class Duplicates {
    private Duplicates() {}

    /** Groups of images with equal pixels and shape: conflicts first, then leaks, then harmless ones, by path. */
    static List<DuplicateGroup> among(List<InspectedImage> images) {
        Map<String, List<InspectedImage>> byPixels = new LinkedHashMap<>();
        for (InspectedImage image : images) {
            byPixels.computeIfAbsent(image.pixelSha256(), key -> new ArrayList<>())
                    .add(image);
        }
        return byPixels.values().stream()
                .filter(group -> group.size() > 1)
                .map(Duplicates::group)
                .sorted(Comparator.comparingInt(Duplicates::urgency)
                        .thenComparing(group -> group.images().get(0).image()))
                .toList();
    }

    private static DuplicateGroup group(List<InspectedImage> images) {
        boolean sameFile =
                images.stream().map(InspectedImage::sha256).distinct().count() == 1;
        return new DuplicateGroup(sameFile ? DuplicateGroup.Kind.FILE : DuplicateGroup.Kind.PIXELS, 1.0, images);
    }

    private static int urgency(DuplicateGroup group) {
        return switch (group.relation()) {
            case CONFLICT -> 0;
            case LEAK -> 1;
            case HARMLESS -> 2;
        };
    }
}
