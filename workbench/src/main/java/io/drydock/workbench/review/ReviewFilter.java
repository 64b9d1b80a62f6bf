package io.drydock.workbench.review;

import io.drydock.core.finding.FindingKind;
import java.util.Optional;
import java.util.Set;

/**
 * Which findings a queue shows; the conditions hold together.
 *
 * @param kinds of finding; none for all
 * @param label code of the class the image has now
 * @param suggested code of the class the evidence points to; with {@code label} one cell of the confusion
 * @param part {@code train}, {@code valid}, {@code test}, {@code pool}, or {@code labelled} for every image with a label; empty for all
 * @param check name of the check that found it, such as the run whose probabilities it read; empty for all
 * @param show which of them, by what was decided
 */
public record ReviewFilter(
        Set<FindingKind> kinds,
        Optional<String> label,
        Optional<String> suggested,
        Optional<String> part,
        Optional<String> check,
        Show show) {
    /** By what was decided about the image. */
    public enum Show {
        /** Not decided, or decided on other evidence; the unsure ones last. */
        OPEN,
        /** Put off. */
        UNSURE,
        /** Decided. */
        SETTLED,
        /** All, in the order of suspicion. */
        ALL
    }

    public ReviewFilter {
        kinds = Set.copyOf(kinds);
    }

    /** Everything that is open. */
    public static ReviewFilter open() {
        return new ReviewFilter(
                Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Show.OPEN);
    }

    public ReviewFilter withKinds(Set<FindingKind> wanted) {
        return new ReviewFilter(wanted, label, suggested, part, check, show);
    }

    public ReviewFilter withLabel(String code) {
        return new ReviewFilter(kinds, Optional.of(code), suggested, part, check, show);
    }

    /** Images labelled one class that look like another. */
    public ReviewFilter withCell(String given, String pointsTo) {
        return new ReviewFilter(kinds, Optional.of(given), Optional.of(pointsTo), part, check, show);
    }

    public ReviewFilter withPart(String wanted) {
        return new ReviewFilter(kinds, label, suggested, Optional.of(wanted), check, show);
    }

    public ReviewFilter withCheck(String name) {
        return new ReviewFilter(kinds, label, suggested, part, Optional.of(name), show);
    }

    public ReviewFilter withShow(Show which) {
        return new ReviewFilter(kinds, label, suggested, part, check, which);
    }
}
