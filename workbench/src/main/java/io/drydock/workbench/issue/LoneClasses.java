package io.drydock.workbench.issue;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.Dataset;
import io.drydock.core.data.LabeledImage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Classes of one image, or of images that all show the same. A model that did not train on them does not know the class, so
 * their labels cannot be judged.
 */
public final class LoneClasses {
    private LoneClasses() {}

    /**
     * Images of such classes.
     *
     * @param groups images that show the same, by the name of their group; images of equal content always do
     */
    public static Set<String> images(Dataset data, Map<String, String> groups) {
        Map<Integer, String> first = new HashMap<>();
        Set<Integer> several = new HashSet<>();
        for (LabeledImage image : data.images()) {
            String group = group(image, groups);
            if (!first.computeIfAbsent(image.label(), label -> group).equals(group)) {
                several.add(image.label());
            }
        }
        return data.images().stream()
                .filter(image -> !several.contains(image.label()))
                .map(LabeledImage::image)
                .collect(Collectors.toSet());
    }

    private static String group(LabeledImage image, Map<String, String> groups) {
        String named = groups.get(image.image());
        return named == null ? "content " + image.sha256() : "group " + named;
    }

    /**
     * A sentence on images whose labels were not judged.
     *
     * @param images with their labels
     */
    public static Optional<String> note(List<LabeledImage> images, ClassList classes) {
        if (images.isEmpty()) {
            return Optional.empty();
        }
        String named = images.stream()
                .map(image -> classes.shown(classes.get(image.label()).code()))
                .distinct()
                .collect(Collectors.joining(", "));
        return Optional.of(
                images.size() == 1
                        ? images.get(0).image() + " is the only image of class " + named
                                + ", so no model can judge its label. Look at it yourself."
                        : images.size()
                                + " images are not judged, because their classes have one image or copies of one ("
                                + named + "). Look at them yourself (first: "
                                + images.get(0).image() + ").");
    }
}
