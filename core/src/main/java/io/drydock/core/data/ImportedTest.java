package io.drydock.core.data;

import java.util.List;

/** What a CSV of images to predict gave: relative paths in file order, and the rows left out. */
public record ImportedTest(List<String> images, List<UnusableRow> unusable) {
    public ImportedTest {
        images = List.copyOf(images);
        unusable = List.copyOf(unusable);
    }
}
