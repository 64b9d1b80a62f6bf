package io.drydock.workbench.review;

import io.drydock.core.finding.FindingKind;
import io.drydock.workbench.review.ImageSnapshot.Entries;
import io.drydock.workbench.review.ImageSnapshot.Found;
import io.drydock.workspace.finding.FindingHead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Findings joined to the images as they are called now: by content where a file was renamed. Safe for use by many threads. */
final class FoundThings {
    /** Images drawn at random come in more slowly than the others: after every second label issue. */
    private static final int TURNS_PER_DRAW = 2;

    private static final Comparator<Found> BY_SUSPICION = Comparator.comparingInt((Found found) -> turn(found.head()))
            .thenComparing(found -> found.head().kind())
            .thenComparingLong(found -> found.head().number());

    private final List<Found> all;
    private final Map<Integer, List<FindingHead>> byPlace = new HashMap<>();

    FoundThings(Entries entries, List<FindingHead> heads) {
        List<Found> found = new ArrayList<>(heads.size());
        for (FindingHead head : heads) {
            ImageEntry named = entries.byPath().get(head.image());
            boolean same =
                    named != null && (head.sha256().isEmpty() || named.sha256().equals(head.sha256()));
            ImageEntry image = same ? named : first(entries.byContent().get(head.sha256()));
            if (image != null) {
                found.add(new Found(head, image));
                byPlace.computeIfAbsent(image.place(), place -> new ArrayList<>(2))
                        .add(head);
            }
        }
        found.sort(BY_SUSPICION);
        all = List.copyOf(found);
    }

    private static int turn(FindingHead head) {
        return head.kind() == FindingKind.RANDOM_SAMPLE ? TURNS_PER_DRAW * head.rank() : head.rank();
    }

    private static @Nullable ImageEntry first(@Nullable List<ImageEntry> images) {
        return images == null ? null : images.get(0);
    }

    /** In the order of suspicion: by rank, the kinds in turn. */
    List<Found> all() {
        return all;
    }

    List<FindingHead> of(ImageEntry image) {
        return byPlace.getOrDefault(image.place(), List.of());
    }
}
