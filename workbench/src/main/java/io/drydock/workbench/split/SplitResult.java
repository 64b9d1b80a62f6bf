package io.drydock.workbench.split;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.UnusableRow;
import io.drydock.core.split.Split;
import java.util.List;
import java.util.Map;

/**
 * The split that is current now.
 *
 * @param split under its number
 * @param labels class code of each image when it was drawn
 * @param notes what to know before training on it, a sentence each
 * @param unusable rows of an imported file that name no image of the set
 * @param file of the split, relative to the workspace, with {@code /}
 */
public record SplitResult(
        Split split,
        ClassList classes,
        Map<String, String> labels,
        List<String> notes,
        List<UnusableRow> unusable,
        String file) {
    public SplitResult {
        labels = Map.copyOf(labels);
        notes = List.copyOf(notes);
        unusable = List.copyOf(unusable);
    }
}
