package io.drydock.core.data;

import java.util.List;

/**
 * What a CSV of images to predict gave.
 *
 * @param images relative paths in file order
 * @param unusable rows left out
 * @param notes what was taken another way than it was written
 */
public record ImportedTest(List<String> images, List<UnusableRow> unusable, List<ImportNote> notes) {
    public ImportedTest {
        images = List.copyOf(images);
        unusable = List.copyOf(unusable);
        notes = List.copyOf(notes);
    }

    /** Without notes. */
    public ImportedTest(List<String> images, List<UnusableRow> unusable) {
        this(images, unusable, List.of());
    }
}
