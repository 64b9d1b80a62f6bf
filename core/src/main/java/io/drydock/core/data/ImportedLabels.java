package io.drydock.core.data;

import java.util.List;

/**
 * What a labelled CSV or folder gave.
 *
 * @param images usable images in file order
 * @param unusable rows left out
 * @param notes what was taken another way than it was written
 */
public record ImportedLabels(
        ClassList classes, List<ImportedImage> images, List<UnusableRow> unusable, List<ImportNote> notes) {
    public ImportedLabels {
        images = List.copyOf(images);
        unusable = List.copyOf(unusable);
        notes = List.copyOf(notes);
    }

    /** Without notes. */
    public ImportedLabels(ClassList classes, List<ImportedImage> images, List<UnusableRow> unusable) {
        this(classes, images, unusable, List.of());
    }

    /** Code of an image's class. */
    public String code(ImportedImage image) {
        return classes.get(image.label()).code();
    }
}
