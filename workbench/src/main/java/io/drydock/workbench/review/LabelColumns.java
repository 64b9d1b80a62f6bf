package io.drydock.workbench.review;

import io.drydock.core.label.ImportedLabel;
import io.drydock.core.label.LabelState;
import io.drydock.core.label.Verdict;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the labels of one moment say of each image, by its place: looked up once, so that filters over many thousands of
 * images need no further look. Safe for use by many threads.
 */
final class LabelColumns {
    private final @Nullable String[] label;
    private final @Nullable Verdict[] verdict;
    private final boolean[] dropped;
    private final boolean[] changed;

    /** Every image looked up. */
    LabelColumns(Collection<ImageEntry> images, LabelState labels) {
        label = new String[images.size()];
        verdict = new Verdict[images.size()];
        dropped = new boolean[images.size()];
        changed = new boolean[images.size()];
        images.forEach(image -> look(image, labels));
    }

    private LabelColumns(LabelColumns before) {
        label = before.label.clone();
        verdict = before.verdict.clone();
        dropped = before.dropped.clone();
        changed = before.changed.clone();
    }

    /** The columns after decisions about some images; the others are as they were. */
    LabelColumns after(Collection<ImageEntry> decided, LabelState labels) {
        LabelColumns after = new LabelColumns(this);
        decided.forEach(image -> after.look(image, labels));
        return after;
    }

    private void look(ImageEntry image, LabelState labels) {
        int place = image.place();
        Optional<ImportedLabel> imported = labels.imported(image.path());
        Optional<String> now = imported.flatMap(known -> labels.label(known.image()));
        label[place] = now.orElse(null);
        verdict[place] = labels.verdict(image.path(), image.sha256()).orElse(null);
        dropped[place] = labels.isDropped(image.path());
        changed[place] = dropped[place] || !now.equals(imported.flatMap(ImportedLabel::code));
    }

    /** Class code now; empty for an image to be predicted. */
    Optional<String> label(ImageEntry image) {
        return Optional.ofNullable(label[image.place()]);
    }

    /** What was decided about it last. */
    Optional<Verdict> verdict(ImageEntry image) {
        return Optional.ofNullable(verdict[image.place()]);
    }

    boolean isDropped(ImageEntry image) {
        return dropped[image.place()];
    }

    /** Whether it has another label than imported, or is left out. */
    boolean isChanged(ImageEntry image) {
        return changed[image.place()];
    }
}
