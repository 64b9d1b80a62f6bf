package io.drydock.workbench.review;

import io.drydock.workbench.review.ImageSnapshot.Entries;
import io.drydock.workbench.review.ImageSnapshot.Found;
import io.drydock.workspace.finding.FindingHead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Findings joined to the images as they are called now: by content where a file was renamed. Safe for use by many threads. */
final class FoundThings {
    private final long revision;
    private final Entries entries;
    private final List<Found> all;
    private final Map<Integer, List<FindingHead>> byPlace = new HashMap<>();

    FoundThings(long revision, Entries entries, List<FindingHead> heads) {
        this.revision = revision;
        this.entries = entries;
        Map<String, ImageEntry> byContent = new HashMap<>();
        entries.all().forEach(entry -> byContent.putIfAbsent(entry.sha256(), entry));
        List<Found> found = new ArrayList<>(heads.size());
        for (FindingHead head : heads) {
            ImageEntry named = entries.byPath().get(head.image());
            boolean same = named != null && (head.sha256().isEmpty() || named.sha256().equals(head.sha256()));
            ImageEntry image = same ? named : byContent.get(head.sha256());
            if (image != null) {
                found.add(new Found(head, image));
                byPlace.computeIfAbsent(image.place(), place -> new ArrayList<>(2)).add(head);
            }
        }
        all = List.copyOf(found);
    }

    boolean isOf(long wantedRevision, Entries wantedEntries) {
        return revision == wantedRevision && entries == wantedEntries;
    }

    List<Found> all() {
        return all;
    }

    List<FindingHead> of(ImageEntry image) {
        return byPlace.getOrDefault(image.place(), List.of());
    }
}
