package io.drydock.workbench.review;

import io.drydock.core.finding.FindingKind;
import io.drydock.core.label.Action;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which images a grid shows; the conditions hold together.
 *
 * @param label code of the class the image has now
 * @param predicted code of the class that the run asked about predicts
 * @param part name of the part, or {@code labelled} where no split divides
 * @param verdicts last decisions that count; none for all, {@link #UNDECIDED} among them for images without one
 * @param kind something found about the image
 * @param dropped whether the image is left out of the set: empty for both
 * @param text part of the path, in upper or lower case
 * @param minGray least grayness in 0..1, where 1 has no color at all
 * @param brightness mean brightness in 0..1
 */
public record BrowseFilter(
        Optional<String> label,
        Optional<String> predicted,
        Optional<String> part,
        Set<String> verdicts,
        Optional<FindingKind> kind,
        Optional<Boolean> dropped,
        String text,
        double minGray,
        Range brightness) {
    /** Key of images that nobody decided about. */
    public static final String UNDECIDED = "undecided";

    /** A closed range of values. */
    public record Range(double low, double high) {
        /** Anything, measured or not. */
        public static final Range ALL = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        boolean holds(double value) {
            return this.equals(ALL) || (value >= low && value <= high);
        }
    }

    public BrowseFilter {
        verdicts = Set.copyOf(verdicts);
        text = text.toLowerCase(Locale.ROOT);
    }

    /** Every image. */
    public static BrowseFilter all() {
        return new BrowseFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                "",
                0,
                Range.ALL);
    }

    public BrowseFilter withLabel(String code) {
        return new BrowseFilter(Optional.of(code), predicted, part, verdicts, kind, dropped, text, minGray, brightness);
    }

    public BrowseFilter withPredicted(String code) {
        return new BrowseFilter(label, Optional.of(code), part, verdicts, kind, dropped, text, minGray, brightness);
    }

    public BrowseFilter withPart(String wanted) {
        return new BrowseFilter(
                label, predicted, Optional.of(wanted), verdicts, kind, dropped, text, minGray, brightness);
    }

    /**
     * The same with these verdicts.
     *
     * @param keys of {@link Action}, or {@link #UNDECIDED}
     */
    public BrowseFilter withVerdicts(Set<String> keys) {
        return new BrowseFilter(label, predicted, part, keys, kind, dropped, text, minGray, brightness);
    }

    public BrowseFilter withKind(FindingKind wanted) {
        return new BrowseFilter(
                label, predicted, part, verdicts, Optional.of(wanted), dropped, text, minGray, brightness);
    }

    public BrowseFilter withDropped(boolean wanted) {
        return new BrowseFilter(label, predicted, part, verdicts, kind, Optional.of(wanted), text, minGray, brightness);
    }

    public BrowseFilter withText(String piece) {
        return new BrowseFilter(label, predicted, part, verdicts, kind, dropped, piece, minGray, brightness);
    }

    public BrowseFilter withMinGray(double least) {
        return new BrowseFilter(label, predicted, part, verdicts, kind, dropped, text, least, brightness);
    }

    public BrowseFilter withBrightness(double low, double high) {
        return new BrowseFilter(label, predicted, part, verdicts, kind, dropped, text, minGray, new Range(low, high));
    }
}
