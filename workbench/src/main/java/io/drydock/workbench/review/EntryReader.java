package io.drydock.workbench.review;

import io.drydock.core.label.LabelState;
import io.drydock.core.label.PartEffect;
import io.drydock.core.split.Part;
import io.drydock.core.split.Split;
import io.drydock.workbench.review.ImageSnapshot.Entries;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.image.ImageList;
import io.drydock.workspace.image.StoredImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the images of a workspace, and follows those of the pool into train when they get a label. Safe for use by many threads. */
final class EntryReader {
    private EntryReader() {}

    /** All usable images: labelled ones in the order of the user's file, those to be predicted, the pool. */
    static Entries read(Workspace workspace, Optional<Split> split, LabelState labels) {
        Map<String, Long> numbers = workspace.images().numbers();
        List<ImageEntry> all = new ArrayList<>(numbers.size());
        Map<String, ImageEntry> seen = new HashMap<>(numbers.size() * 2);
        for (ImageList list : ImageList.values()) {
            for (StoredImage image : workspace.images().usable(list)) {
                if (seen.containsKey(image.path())) {
                    continue;
                }
                long id = numbers.getOrDefault(image.path(), -1L);
                boolean labeled = list != ImageList.TEST && !labels.isUnlabeled(image.path());
                String part = list == ImageList.TEST ? Part.TEST.key() : PartEffect.partOf(split, labels, image.path());
                ImageEntry entry = new ImageEntry(all.size(), id, image, labeled, part);
                all.add(entry);
                seen.put(image.path(), entry);
            }
        }
        return entries(all);
    }

    /** The same images after decisions: the very same entries where no image of the pool got a label or lost it. */
    static Entries after(Entries before, Optional<Split> split, LabelState labels) {
        List<ImageEntry> all = new ArrayList<>(before.all());
        boolean changed = false;
        for (ImageEntry entry : before.all()) {
            String path = entry.path();
            if (labels.cameUnlabeled(path) && entry.labeled() == labels.isUnlabeled(path)) {
                changed = true;
                all.set(
                        entry.place(),
                        new ImageEntry(
                                entry.place(),
                                entry.id(),
                                entry.stored(),
                                !entry.labeled(),
                                PartEffect.partOf(split, labels, path)));
            }
        }
        return changed ? entries(all) : before;
    }

    private static Entries entries(List<ImageEntry> all) {
        Map<String, ImageEntry> byPath = new HashMap<>(all.size() * 2);
        Map<Long, ImageEntry> byId = new HashMap<>(all.size() * 2);
        Map<String, List<ImageEntry>> byContent = new HashMap<>(all.size() * 2);
        for (ImageEntry entry : all) {
            byPath.put(entry.path(), entry);
            byId.put(entry.id(), entry);
            byContent
                    .computeIfAbsent(entry.sha256(), content -> new ArrayList<>(1))
                    .add(entry);
        }
        return new Entries(List.copyOf(all), byPath, byId, byContent);
    }
}
