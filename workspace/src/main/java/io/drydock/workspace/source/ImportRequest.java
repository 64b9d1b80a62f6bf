package io.drydock.workspace.source;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.UnusableRow;
import io.drydock.core.label.ImportedLabel;
import io.drydock.workspace.setting.ImageRoots;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an import is to make the workspace hold; the images are known to the store already.
 *
 * @param imageRoots folders of the images
 * @param labels usable labelled images in file order, all with a code
 * @param pool usable images without a label, none of them among the labels or to be predicted
 * @param test images to predict, in file order
 * @param unusable rows that were left out
 * @param by who imports
 */
public record ImportRequest(
        ImageRoots imageRoots,
        ClassList classes,
        List<ImportedLabel> labels,
        List<ImportedLabel> pool,
        List<String> test,
        List<SourceFile> sources,
        List<UnusableRow> unusable,
        String by) {
    public ImportRequest {
        labels = List.copyOf(labels);
        pool = List.copyOf(pool);
        test = List.copyOf(test);
        sources = List.copyOf(sources);
        unusable = List.copyOf(unusable);
    }

    /** Without images in the pool. */
    public ImportRequest(
            ImageRoots imageRoots,
            ClassList classes,
            List<ImportedLabel> labels,
            List<String> test,
            List<SourceFile> sources,
            List<UnusableRow> unusable,
            String by) {
        this(imageRoots, classes, labels, List.of(), test, sources, unusable, by);
    }

    /** Labelled images, then those of the pool. */
    List<ImportedLabel> images() {
        return Stream.concat(labels.stream(), pool.stream()).toList();
    }
}
