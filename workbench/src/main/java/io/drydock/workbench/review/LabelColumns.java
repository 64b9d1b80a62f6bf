package io.drydock.workbench.review;

import io.drydock.core.label.ImportedLabel;
import io.drydock.core.label.LabelState;
import io.drydock.core.label.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the labels of one moment say of each image, by its place: looked up once, so that filters over many thousands of
 * images need no further look. Safe for use by many threads.
 */
final class LabelColumns {
    private static final Optional<String> NONE = Optional.empty();

    private final List<Optional<String>> label;
    private final List<Optional<Verdict>> verdict;
    private final boolean[] dropped;
    private final boolean[] changed;

    LabelColumns(List<ImageEntry> images, LabelState labels) {
        label = new ArrayList<>(images.size());
        verdict = new ArrayList<>(images.size());
        dropped = new boolean[images.size()];
        changed = new boolean[images.size()];
        for (ImageEntry image : images) {
            Optional<ImportedLabel> imported = labels.imported(image.path());
            Optional<String> now = imported.isPresent() ? labels.label(image.path()) : NONE;
            label.add(now);
            verdict.add(labels.verdict(image.path(), image.sha256()));
            dropped[image.place()] = labels.isDropped(image.path());
            changed[image.place()] = dropped[image.place()]
                    || (imported.isPresent() && !now.equals(imported.get().code()));
        }
    }

    /** Class code now; empty for an image to be predicted. */
    Optional<String> label(ImageEntry image) {
        return label.get(image.place());
    }

    /** What was decided about it last. */
    Optional<Verdict> verdict(ImageEntry image) {
        return verdict.get(image.place());
    }

    boolean isDropped(ImageEntry image) {
        return dropped[image.place()];
    }

    /** Whether it has another label than imported, or is left out. */
    boolean isChanged(ImageEntry image) {
        return changed[image.place()];
    }
}
