package io.drydock.workspace.source;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.UnusableRow;
import io.drydock.core.label.ImportedLabel;
import io.drydock.workspace.setting.ImageRoots;
import java.util.List;

/**
 * What an import is to make the workspace hold; the images are known to the store already.
 *
 * @param imageRoots folders of the images
 * @param labels usable labelled images in file order, all with a code
 * @param test images to predict, in file order
 * @param unusable rows that were left out
 * @param by who imports
 */
public record ImportRequest(
        ImageRoots imageRoots,
        ClassList classes,
        List<ImportedLabel> labels,
        List<String> test,
        List<SourceFile> sources,
        List<UnusableRow> unusable,
        String by) {
    public ImportRequest {
        labels = List.copyOf(labels);
        test = List.copyOf(test);
        sources = List.copyOf(sources);
        unusable = List.copyOf(unusable);
    }
}
