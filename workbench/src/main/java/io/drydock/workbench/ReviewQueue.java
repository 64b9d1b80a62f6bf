package io.drydock.workbench;

import io.drydock.core.data.ClassList;
import io.drydock.core.finding.Finding;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.label.LabelState;
import io.drydock.core.label.PartEffect;
import io.drydock.core.split.Part;
import io.drydock.workbench.issue.KeptProbabilities;
import io.drydock.workbench.review.ErrorsLeft;
import io.drydock.workbench.review.ImageEntry;
import io.drydock.workbench.review.ImageIndex;
import io.drydock.workbench.review.ImageSnapshot;
import io.drydock.workbench.review.LeftErrors;
import io.drydock.workbench.review.QueueOrder;
import io.drydock.workbench.review.QueueOrder.Place;
import io.drydock.workbench.review.ReviewFilter;
import io.drydock.workbench.review.ReviewItem;
import io.drydock.workspace.Revision;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.finding.FindingHead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code drydock review}: one queue over everything that was found, each image once, the most suspect first. What was
 * decided is not asked again, by content, unless the evidence now points to a class that was not considered; what was
 * put off comes last. Safe for use by many threads.
 */
public final class ReviewQueue {
    private final ImageIndex index;
    private final ErrorsLeft errorsLeft;

    /** @param workspace its folder */
    public ReviewQueue(Path workspace) {
        this(ImageIndex.open(workspace));
    }

    public ReviewQueue(ImageIndex index) {
        this.index = index;
        this.errorsLeft = new ErrorsLeft(
                () -> basis(index.workspace()),
                () -> FindLabelIssues.estimate(index.workspace().root()).map(LeftErrors::of));
    }

    private static ErrorsLeft.Basis basis(Workspace workspace) {
        Revision revision = workspace.revision();
        return new ErrorsLeft.Basis(
                revision.journal(), revision.images(), revision.findings(), KeptProbabilities.version(workspace));
    }

    /**
     * A stretch of the queue, and how far the review is.
     *
     * @param part {@code all}, or the part that was asked for
     * @param total images of the part
     * @param seen images of it that somebody decided about
     * @param changed images of it that have another label than imported, or were dropped
     * @param errorsLeft estimate of how many wrong labels are left in the whole set, before an audit without a number
     * @param matching images that the filter lets through
     * @param unsure how many of these were put off
     * @param offset place of the first item in the queue, from 0
     * @param position of the journal that this is as of
     */
    public record Stretch(
            String part,
            int total,
            int seen,
            int changed,
            ErrorsLeft.Estimate errorsLeft,
            int matching,
            int unsure,
            int offset,
            List<ReviewItem> items,
            long position) {
        public Stretch {
            items = List.copyOf(items);
        }

        /** {@code 312 looked at, 41 changed, about 60 (48-72) wrong labels left}. */
        public String progress() {
            return String.format(Locale.ROOT, "%,d looked at, %,d changed", seen, changed)
                    + errorsLeft
                            .errors()
                            .map(left -> ", " + left.words() + (errorsLeft.current() ? "" : " (being updated)"))
                            .orElse("");
        }
    }

    /**
     * A stretch of the queue.
     *
     * @param offset items to pass over, at least 0
     * @param limit most items to return, at least 0
     * @throws io.drydock.core.error.ConfigException if the filter names a class or part that does not exist
     */
    public Stretch run(ReviewFilter filter, int offset, int limit) {
        ImageSnapshot now = index.now();
        List<Place> places = QueueOrder.of(now, filter);
        int from = Math.min(Math.max(0, offset), places.size());
        List<Place> shown = places.subList(from, Math.min(places.size(), from + Math.max(0, limit)));
        int unsure = 0;
        for (Place place : places) {
            unsure += place.status() == ReviewItem.Status.UNSURE ? 1 : 0;
        }
        QueueOrder.Progress progress = QueueOrder.progress(now, filter);
        return new Stretch(
                filter.part().orElse("all"),
                progress.total(),
                progress.seen(),
                progress.changed(),
                errorsLeft.now(),
                places.size(),
                unsure,
                from,
                items(now, shown),
                now.labels().position());
    }

    /** The classes, by whose codes a filter names them. */
    public ClassList classes() {
        return index.now().classes();
    }

    /**
     * What a bulk decision is about: all images that a filter lets through, in the order of the queue. Since a decision is
     * about a label, images to be predicted are among them only where the filter asks for part {@code test}.
     *
     * @param images their paths
     * @param parts how many of them stand in each part, in the order of parts
     * @param toPredict images to be predicted that were left out
     */
    public record Paths(List<String> images, Map<String, Integer> parts, int toPredict) {
        public Paths {
            images = List.copyOf(images);
            parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        }
    }

    /** All images that a filter lets through, counted by part. */
    public Paths paths(ReviewFilter filter) {
        List<String> paths = new ArrayList<>();
        Map<String, Integer> parts = new LinkedHashMap<>();
        PartEffect.PARTS.forEach(part -> parts.put(part, 0));
        int left = 0;
        for (Place place : QueueOrder.of(index.now(), filter)) {
            if (!place.image().part().equals(Part.TEST.key()) || filter.part().isPresent()) {
                paths.add(place.image().path());
                parts.merge(place.image().part(), 1, Integer::sum);
            } else {
                left++;
            }
        }
        parts.values().removeIf(count -> count == 0);
        return new Paths(paths, parts, left);
    }

    /** Names of the checks and runs behind the findings, in alphabetical order. */
    public List<String> checks() {
        ImageSnapshot now = index.now();
        Set<String> names = new TreeSet<>();
        for (ImageEntry image : now.images()) {
            now.findings(image).forEach(head -> names.add(head.check()));
        }
        return List.copyOf(names);
    }

    /** Images that the filter lets through, by kind of what was found; an image counts under each of its kinds. */
    public Map<FindingKind, Integer> counts(ReviewFilter filter) {
        Map<FindingKind, Integer> counts = new EnumMap<>(FindingKind.class);
        ImageSnapshot now = index.now();
        for (Place place : QueueOrder.of(now, filter)) {
            kinds(now, place.image()).forEach(kind -> counts.merge(kind, 1, Integer::sum));
        }
        return counts;
    }

    private List<ReviewItem> items(ImageSnapshot now, List<Place> places) {
        Map<Long, Finding> findings = index.workspace()
                .findings()
                .read(places.stream().map(place -> place.head().number()).toList());
        List<ReviewItem> items = new ArrayList<>();
        for (Place place : places) {
            Finding finding = findings.get(place.head().number());
            if (finding != null) {
                items.add(item(now, place, finding));
            }
        }
        return items;
    }

    private static ReviewItem item(ImageSnapshot now, Place place, Finding finding) {
        ImageEntry image = place.image();
        LabelState labels = now.labels();
        ClassList classes = now.classes();
        Optional<String> label = labels.label(image.path());
        return new ReviewItem(
                image.id(),
                current(finding, image, label.map(classes::indexOf).orElse(OptionalInt.empty())),
                image.part(),
                label,
                QueueOrder.code(classes, finding.suggested()),
                List.copyOf(kinds(now, image)),
                labels.verdict(image.path(), image.sha256()),
                place.status());
    }

    private static Finding current(Finding finding, ImageEntry image, OptionalInt label) {
        Optional<Part> part = Part.of(image.part());
        return new Finding(
                finding.id(),
                finding.kind(),
                finding.rank(),
                finding.score(),
                image.path(),
                part,
                label,
                finding.suggested(),
                finding.evidence());
    }

    private static Set<FindingKind> kinds(ImageSnapshot now, ImageEntry image) {
        Set<FindingKind> kinds = new LinkedHashSet<>();
        for (FindingHead head : now.findings(image)) {
            kinds.add(head.kind());
        }
        return kinds;
    }
}
