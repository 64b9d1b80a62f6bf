package io.drydock.workbench.review;

import io.drydock.core.data.ClassList;
import io.drydock.core.error.ConfigException;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.label.PartEffect;
import io.drydock.core.label.Verdict;
import io.drydock.core.split.Part;
import io.drydock.core.text.Suggestion;
import io.drydock.workbench.review.ImageSnapshot.Found;
import io.drydock.workbench.review.ReviewItem.Status;
import io.drydock.workspace.finding.FindingHead;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Puts findings in the order in which a person should see them: by rank, kinds in turn, each image once, put-off ones
 * last. Safe for use by many threads.
 */
public final class QueueOrder {
    private QueueOrder() {}

    /** An image in the queue, by its most suspect finding that the filter lets through. */
    public record Place(FindingHead head, ImageEntry image, Status status) {}

    /** All that a filter lets through. */
    public static List<Place> of(ImageSnapshot now, ReviewFilter filter) {
        check(now.classes(), filter);
        Optional<Integer> suggested =
                filter.suggested().map(code -> now.classes().codes().indexOf(code));
        BitSet seen = new BitSet(now.images().size());
        List<Place> places = new ArrayList<>();
        List<Place> unsure = new ArrayList<>();
        for (Found found : now.findings()) {
            // Findings may be older than the last decision, which can take an image out of the pool.
            Found latest =
                    new Found(found.head(), now.images().get(found.image().place()));
            if (seen.get(latest.image().place()) || !passes(now, latest, filter, suggested)) {
                continue;
            }
            Status status = status(now, latest);
            if (shows(filter.show(), status)) {
                seen.set(latest.image().place());
                boolean last = status == Status.UNSURE && filter.show() == ReviewFilter.Show.OPEN;
                (last ? unsure : places).add(new Place(latest.head(), latest.image(), status));
            }
        }
        places.addAll(unsure);
        return places;
    }

    /** How far the review of a part, or of all labelled images, is. */
    public record Progress(int total, int seen, int changed) {}

    /** Counts what was looked at and what was changed. */
    public static Progress progress(ImageSnapshot now, ReviewFilter filter) {
        LabelColumns columns = now.columns();
        int total = 0;
        int seen = 0;
        int changed = 0;
        for (ImageEntry image : now.images()) {
            if (filter.part().map(part -> stands(image, part)).orElse(image.labeled())) {
                total++;
                seen += columns.verdict(image).isPresent() ? 1 : 0;
                changed += columns.isChanged(image) ? 1 : 0;
            }
        }
        return new Progress(total, seen, changed);
    }

    private static boolean shows(ReviewFilter.Show show, Status status) {
        return switch (show) {
            case OPEN -> status != Status.SETTLED;
            case UNSURE -> status == Status.UNSURE;
            case SETTLED -> status == Status.SETTLED;
            case ALL -> true;
        };
    }

    private static boolean passes(ImageSnapshot now, Found found, ReviewFilter filter, Optional<Integer> suggested) {
        FindingHead head = found.head();
        return (head.kind() != FindingKind.UNLABELED || asksForPool(found.image(), filter))
                && (filter.kinds().isEmpty() || filter.kinds().contains(head.kind()))
                && filter.part().map(part -> stands(found.image(), part)).orElse(true)
                && (filter.check().isEmpty() || filter.check().get().equals(head.check()))
                && (suggested.isEmpty() || head.suggested().equals(OptionalInt.of(suggested.get())))
                && (filter.label().isEmpty()
                        || filter.label().equals(now.columns().label(found.image())));
    }

    /** Images without a label wait in a queue of their own, among no findings about labels. */
    private static boolean asksForPool(ImageEntry image, ReviewFilter filter) {
        return !image.labeled()
                && (filter.kinds().contains(FindingKind.UNLABELED)
                        || filter.part().equals(Optional.of(Part.POOL.key())));
    }

    /** Whether an image stands in a part; {@code labelled} is every image with a label, whatever part a split puts it in. */
    private static boolean stands(ImageEntry image, String part) {
        return part.equals(PartEffect.UNDIVIDED) ? image.labeled() : part.equals(image.part());
    }

    private static Status status(ImageSnapshot now, Found found) {
        ImageEntry image = found.image();
        if (now.columns().isDropped(image)) {
            return Status.SETTLED;
        }
        Optional<String> suggested = code(now.classes(), found.head().suggested());
        Optional<Verdict> verdict = now.columns().verdict(image);
        if (verdict.isPresent()) {
            return verdict.get().isOpen()
                    ? Status.UNSURE
                    : verdict.get().settles(suggested) ? Status.SETTLED : Status.OPEN;
        }
        boolean moot = suggested.isPresent() && suggested.equals(now.columns().label(image));
        return moot || isAlone(now, found.head()) ? Status.SETTLED : Status.OPEN;
    }

    /** Whether all other images that a finding is about have left the set. */
    private static boolean isAlone(ImageSnapshot now, FindingHead head) {
        return !head.others().isEmpty()
                && head.others().stream()
                        .allMatch(path -> now.image(path)
                                .map(other -> now.columns().isDropped(other))
                                .orElse(true));
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

    /**
     * Refuses a class that is not there.
     *
     * @throws ConfigException if there is no class of this code, naming the nearest
     */
    public static void requireClass(ClassList classes, String code) {
        if (classes.indexOf(code).isEmpty()) {
            throw new ConfigException("There is no class \"" + code + "\". The classes are "
                    + String.join(", ", classes.codes()) + "." + Suggestion.didYouMean(code, classes.codes()));
        }
    }

    /**
     * Refuses a part that is not there.
     *
     * @throws ConfigException if there is no such part, naming the nearest
     */
    public static void requirePart(String part) {
        List<String> keys = PartEffect.PARTS;
        if (!keys.contains(part)) {
            throw new ConfigException("There is no part \"" + part + "\". The parts are " + String.join(", ", keys)
                    + "." + Suggestion.didYouMean(part, keys));
        }
    }
}
