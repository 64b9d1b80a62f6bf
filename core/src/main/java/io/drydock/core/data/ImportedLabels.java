package io.drydock.core.data;

import java.util.List;

/** What a labelled CSV or folder gave: classes, usable images in file order, and the rows left out. */
public record ImportedLabels(ClassList classes, List<ImportedImage> images, List<UnusableRow> unusable) {
    public ImportedLabels {
        images = List.copyOf(images);
        unusable = List.copyOf(unusable);
    }

    /** Code of an image's class. */
    public String code(ImportedImage image) {
        return classes.get(image.label()).code();
    }
}
