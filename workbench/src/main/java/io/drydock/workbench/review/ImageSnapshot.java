package io.drydock.workbench.review;

import io.drydock.core.data.ClassList;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.label.LabelState;
import io.drydock.core.split.Split;
import io.drydock.workspace.Revision;
import io.drydock.workspace.finding.FindingHead;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that is known of an image set at one moment. Safe for use by many threads. */
public final class ImageSnapshot {
    private final Revision revision;
    private final ClassList classes;
    private final Entries entries;
    private final LabelState labels;
    private final Optional<Split> split;
    private final FoundThings found;
    private final LabelColumns columns;

    ImageSnapshot(
            Revision revision,
            ClassList classes,
            Entries entries,
            LabelState labels,
            Optional<Split> split,
            FoundThings found,
            LabelColumns columns) {
        this.revision = revision;
        this.classes = classes;
        this.entries = entries;
        this.labels = labels;
        this.split = split;
        this.found = found;
        this.columns = columns;
    }

    Revision revision() {
        return revision;
    }

    /** What the labels say of each image, by its place. */
    LabelColumns columns() {
        return columns;
    }

    public ClassList classes() {
        return classes;
    }

    /** Labelled images in the order of the user's file, then those to be predicted. */
    public List<ImageEntry> images() {
        return entries.all();
    }

    public Optional<ImageEntry> image(String path) {
        return Optional.ofNullable(entries.byPath().get(path));
    }

    public Optional<ImageEntry> image(long id) {
        return Optional.ofNullable(entries.byId().get(id));
    }

    public LabelState labels() {
        return labels;
    }

    /** The current split, if there is one. */
    public Optional<Split> split() {
        return split;
    }

    /** Findings about images that are still there, in the order of suspicion. */
    List<Found> findings() {
        return found.all();
    }

    /** Findings about one image, kind by kind. */
    public List<FindingHead> findings(ImageEntry image) {
        List<FindingHead> heads = found.of(image);
        return image.labeled()
                ? heads.stream()
                        .filter(head -> head.kind() != FindingKind.UNLABELED)
                        .toList()
                : heads;
    }

    Entries entries() {
        return entries;
    }

    FoundThings found() {
        return found;
    }

    /** A finding and the image it is about as that is called now. */
    record Found(FindingHead head, ImageEntry image) {}

    /** The images, by place, path, number and content. */
    record Entries(
            List<ImageEntry> all,
            Map<String, ImageEntry> byPath,
            Map<Long, ImageEntry> byId,
            Map<String, List<ImageEntry>> byContent) {}
}
