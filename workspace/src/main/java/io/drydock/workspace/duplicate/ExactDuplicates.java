package io.drydock.workspace.duplicate;

import io.drydock.core.finding.Copy;
import io.drydock.core.finding.ImageGroup;
import io.drydock.core.finding.ImageGroup.Kind;
import io.drydock.core.finding.ImageGroup.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds exact copies, by file and by pixels, and says what each group does. Safe for use by many threads. */
public final class ExactDuplicates {
    private ExactDuplicates() {}

    /**
     * Groups of two or more, by file first, each in import order.
     *
     * @param copies every usable image, in import order; one that stands in both lists twice, as a copy of itself
     * @param pixelSha256 hash of the decoded pixels of each image by path
     */
    public static List<ImageGroup> of(List<Copy> copies, Map<String, String> pixelSha256) {
        Map<String, List<Copy>> byFile = new LinkedHashMap<>();
        Map<String, List<Copy>> byPixels = new LinkedHashMap<>();
        for (Copy copy : copies) {
            byFile.computeIfAbsent(copy.sha256(), key -> new ArrayList<>()).add(copy);
            String pixels = pixelSha256.get(copy.image());
            if (pixels != null) {
                byPixels.computeIfAbsent(pixels, key -> new ArrayList<>()).add(copy);
            }
        }
        List<ImageGroup> groups = new ArrayList<>();
        byFile.values().stream()
                .filter(group -> group.size() > 1)
                .forEach(group -> groups.add(group(Kind.FILE, group)));
        byPixels.values().stream()
                .filter(group -> group.stream().map(Copy::sha256).distinct().count() > 1)
                .forEach(group -> groups.add(group(Kind.PIXELS, group)));
        return List.copyOf(groups);
    }

    private static ImageGroup group(Kind kind, List<Copy> copies) {
        Relation relation = ImageGroup.relation(copies);
        Copy keep = copies.stream()
                .filter(copy -> copy.label().isPresent())
                .findFirst()
                .orElse(copies.get(0));
        boolean oneFile = copies.stream().map(Copy::image).distinct().count() == 1;
        String reason = oneFile ? "the same file, labelled and to be predicted" : reason(relation);
        return new ImageGroup(kind, relation, 1.0, keep.image(), reason, copies);
    }

    private static String reason(Relation relation) {
        return switch (relation) {
            case HARMLESS -> "first in import order";
            case CONFLICT -> "first in import order; look at the labels before dropping any";
            case LEAK -> "first labelled copy in import order";
        };
    }
}
