package io.drydock.workbench.review;

import io.drydock.core.data.ClassList;
import io.drydock.core.error.ConfigException;
import io.drydock.core.label.PartEffect;
import io.drydock.core.label.Verdict;
import io.drydock.core.split.Part;
import io.drydock.core.text.Suggestion;
import io.drydock.workbench.review.ImageSnapshot.Found;
import io.drydock.workbench.review.ReviewItem.Status;
import io.drydock.workspace.finding.FindingHead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Puts findings in the order in which a person should see them: by rank, kinds in turn, each image once, put-off ones
 * last. Safe for use by many threads.
 */
public final class QueueOrder {
    private static final Comparator<Place> BY_SUSPICION = Comparator.comparing(
                    (Place place) -> place.status() == Status.UNSURE)
            .thenComparingInt(place -> place.head().rank())
            .thenComparing(place -> place.head().kind())
            .thenComparingLong(place -> place.head().number());

    private QueueOrder() {}

    /** An image in the queue, by its most suspect finding that the filter lets through. */
    public record Place(FindingHead head, ImageEntry image, Status status) {}

    /** All that a filter lets through. */
    public static List<Place> of(ImageSnapshot now, ReviewFilter filter) {
        check(now.classes(), filter);
        List<Place> places = new ArrayList<>();
        for (Found found : now.findings()) {
            if (passes(now, found, filter)) {
                Status status = status(now, found);
                if (shows(filter.show(), status)) {
                    places.add(new Place(found.head(), found.image(), status));
                }
            }
        }
        places.sort(BY_SUSPICION);
        BitSet seen = new BitSet(now.images().size());
        List<Place> distinct = new ArrayList<>(places.size());
        for (Place place : places) {
            if (!seen.get(place.image().place())) {
                seen.set(place.image().place());
                distinct.add(place);
            }
        }
        return distinct;
    }

    private static boolean shows(ReviewFilter.Show show, Status status) {
        return switch (show) {
            case OPEN -> status != Status.SETTLED;
            case UNSURE -> status == Status.UNSURE;
            case SETTLED -> status == Status.SETTLED;
            case ALL -> true;
        };
    }

    private static boolean passes(ImageSnapshot now, Found found, ReviewFilter filter) {
        FindingHead head = found.head();
        return (filter.kinds().isEmpty() || filter.kinds().contains(head.kind()))
                && filter.part().map(found.image().part()::equals).orElse(true)
                && filter.check().map(head.check()::equals).orElse(true)
                && filter.suggested()
                        .map(code -> code(now.classes(), head.suggested()).equals(Optional.of(code)))
                        .orElse(true)
                && filter.label()
                        .map(code -> now.labels().label(found.image().path()).equals(Optional.of(code)))
                        .orElse(true);
    }

    private static Status status(ImageSnapshot now, Found found) {
        ImageEntry image = found.image();
        Optional<String> suggested = code(now.classes(), found.head().suggested());
        if (now.labels().isDropped(image.path())) {
            return Status.SETTLED;
        }
        Optional<Verdict> verdict = now.labels().verdict(image.path(), image.sha256());
        if (verdict.isPresent()) {
            return verdict.get().isOpen()
                    ? Status.UNSURE
                    : verdict.get().settles(suggested) ? Status.SETTLED : Status.OPEN;
        }
        boolean moot = suggested.isPresent() && suggested.equals(now.labels().label(image.path()));
        return moot ? Status.SETTLED : Status.OPEN;
    }

    /** Code of a class by its index. */
    public static Optional<String> code(ClassList classes, OptionalInt index) {
        return index.isPresent() && index.getAsInt() < classes.size()
                ? Optional.of(classes.get(index.getAsInt()).code())
                : Optional.empty();
    }

    private static void check(ClassList classes, ReviewFilter filter) {
        filter.label().ifPresent(code -> requireClass(classes, code));
        filter.suggested().ifPresent(code -> requireClass(classes, code));
        filter.part().ifPresent(QueueOrder::requirePart);
    }

    /** @throws ConfigException if there is no class of this code, naming the nearest */
    public static void requireClass(ClassList classes, String code) {
        if (classes.indexOf(code).isEmpty()) {
            throw new ConfigException("There is no class \"" + code + "\". The classes are "
                    + String.join(", ", classes.codes()) + "." + Suggestion.didYouMean(code, classes.codes()));
        }
    }

    /** @throws ConfigException if there is no such part, naming the nearest */
    public static void requirePart(String part) {
        List<String> keys = new ArrayList<>(Arrays.stream(Part.values()).map(Part::key).toList());
        keys.add(PartEffect.UNDIVIDED);
        if (!keys.contains(part)) {
            throw new ConfigException("There is no part \"" + part + "\". The parts are " + String.join(", ", keys)
                    + "." + Suggestion.didYouMean(part, keys));
        }
    }
}
