package io.drydock.workbench.review;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.FileProblem;
import io.drydock.core.error.ConfigException;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.label.LabelState;
import io.drydock.core.label.PartEffect;
import io.drydock.core.label.Verdict;
import io.drydock.workspace.finding.FindingHead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Images of one moment, seen through a filter and put in an order. Safe for use by many threads. */
public final class GridView {
    private static final double MOST_SPREAD = 255;

    private final ImageSnapshot now;
    private final Optional<RunView> run;

    /** @param run what a run says of the images, where one was asked about */
    public GridView(ImageSnapshot now, Optional<RunView> run) {
        this.now = now;
        this.run = run;
    }

    /** Images that a filter lets through, in an order. */
    public List<ImageEntry> images(BrowseFilter filter, BrowseSort sort, boolean descending) {
        filter.label().ifPresent(code -> QueueOrder.requireClass(now.classes(), code));
        filter.predicted().ifPresent(code -> QueueOrder.requireClass(now.classes(), code));
        filter.part().ifPresent(QueueOrder::requirePart);
        if (run.isEmpty() && (sort.needsRun() || filter.predicted().isPresent())) {
            throw new ConfigException(
                    "Loss, probability and predicted class are those of a run, and no run was named.");
        }
        List<ImageEntry> images = new ArrayList<>();
        for (ImageEntry image : now.images()) {
            if (passes(image, filter)) {
                images.add(image);
            }
        }
        if (sort != BrowseSort.IMPORT || descending) {
            images.sort(sort.order(this, filter.kind().orElse(FindingKind.LABEL_ISSUE), descending));
        }
        return images;
    }

    private boolean passes(ImageEntry image, BrowseFilter filter) {
        LabelColumns columns = now.columns();
        return (filter.part().isEmpty() || filter.part().get().equals(image.part()))
                && (filter.label().isEmpty() || filter.label().equals(columns.label(image)))
                && (filter.dropped().isEmpty() || filter.dropped().get() == columns.isDropped(image))
                && (filter.verdicts().isEmpty() || filter.verdicts().contains(verdictKey(image)))
                && (filter.kind().isEmpty() || hasKind(image, filter.kind().get()))
                && (filter.text().isEmpty()
                        || image.path().toLowerCase(Locale.ROOT).contains(filter.text()))
                && (filter.minGray() <= 0 || grayness(image) >= filter.minGray())
                && filter.brightness().holds(image.check("brightness"))
                && (filter.predicted().isEmpty()
                        || run.flatMap(view -> view.predicted(image)).equals(filter.predicted()));
    }

    private boolean hasKind(ImageEntry image, FindingKind kind) {
        return now.findings(image).stream().anyMatch(head -> head.kind() == kind);
    }

    private String verdictKey(ImageEntry image) {
        return now.columns()
                .verdict(image)
                .map(verdict -> verdict.action().key())
                .orElse(BrowseFilter.UNDECIDED);
    }

    /** How little color an image has: 1 for none, 0 for the most; NaN where it was not measured. */
    static double grayness(ImageEntry image) {
        return 1 - image.check("channel_spread") / MOST_SPREAD;
    }

    /**
     * What an order compares, by place of the image; NaN where an image has no value.
     *
     * @param kind of the findings whose scores are compared
     */
    double[] values(BrowseSort sort, FindingKind kind) {
        double[] values = new double[now.images().size()];
        Map<String, Integer> classes = classPlaces();
        for (ImageEntry image : now.images()) {
            values[image.place()] = switch (sort) {
                case LABEL ->
                    now.columns()
                            .label(image)
                            .map(code -> (double) classes.getOrDefault(code, Integer.MAX_VALUE))
                            .orElse(Double.NaN);
                case PART -> PartEffect.PARTS.indexOf(image.part());
                case GRAYNESS -> grayness(image);
                case BRIGHTNESS -> image.check("brightness");
                case CONTRAST -> image.check("contrast");
                case SHARPNESS -> image.check("sharpness");
                case SIZE -> (double) image.height() * image.width();
                case ASPECT -> image.height() == 0 ? Double.NaN : (double) image.width() / image.height();
                case SCORE ->
                    now.findings(image).stream()
                            .filter(head -> head.kind() == kind)
                            .mapToDouble(FindingHead::score)
                            .min()
                            .orElse(Double.NaN);
                case LOSS -> run.map(view -> view.loss(image, now.labels())).orElse(Double.NaN);
                case PROBABILITY ->
                    run.map(view -> view.probability(image, now.labels())).orElse(Double.NaN);
                case DECIDED ->
                    now.columns()
                            .verdict(image)
                            .map(Verdict::seq)
                            .map(Long::doubleValue)
                            .orElse(Double.NaN);
                case IMPORT, PATH -> image.place();
            };
        }
        return values;
    }

    private Map<String, Integer> classPlaces() {
        ClassList classes = now.classes();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < classes.size(); i++) {
            places.put(classes.get(i).code(), i);
        }
        return places;
    }

    /**
     * What the grid shows of an image.
     *
     * @param changed how its file differs from what is known of it
     */
    public GridImage shown(ImageEntry image, Optional<FileProblem> changed) {
        LabelState labels = now.labels();
        return new GridImage(
                image.id(),
                image.path(),
                image.sha256(),
                image.part(),
                labels.label(image.path()),
                labels.imported(image.path()).flatMap(known -> known.code()),
                labels.verdict(image.path(), image.sha256()),
                labels.isDropped(image.path()),
                labels.duplicateOf(image.path()),
                image.height(),
                image.width(),
                image.check("brightness"),
                grayness(image),
                now.findings(image).stream().map(FindingHead::kind).distinct().toList(),
                run.flatMap(view -> view.predicted(image)),
                run.map(view -> view.probability(image, labels)).orElse(Double.NaN),
                run.map(view -> view.loss(image, labels)).orElse(Double.NaN),
                changed);
    }
}
