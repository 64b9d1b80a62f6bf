package io.drydock.core.data;

import java.util.List;

/** A labelled image set as of one position of the journal: value, in path order of import. */
public record Dataset(ClassList classes, List<LabeledImage> images) {
    public Dataset {
        images = List.copyOf(images);
        for (LabeledImage image : images) {
            if (image.label() < 0 || image.label() >= classes.size()) {
                throw new IllegalArgumentException(
                        image.image() + " has class index " + image.label() + ", outside 0.." + (classes.size() - 1));
            }
        }
    }

    public int size() {
        return images.size();
    }

    /** Images of each class, by class index. */
    public int[] classCounts() {
        int[] counts = new int[classes.size()];
        for (LabeledImage image : images) {
            counts[image.label()]++;
        }
        return counts;
    }
}
