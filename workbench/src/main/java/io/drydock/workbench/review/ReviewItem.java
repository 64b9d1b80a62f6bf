package io.drydock.workbench.review;

import io.drydock.core.finding.Finding;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.label.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * An image that waits for a person, with the finding that brings it here.
 *
 * @param imageId number of the image, as in {@link ImageEntry}
 * @param finding with the path, label and part as of now, and its evidence
 * @param part that it is in now: {@code train}, {@code valid}, {@code test}, {@code pool} or {@code labelled}
 * @param label class code as of now; empty for an image to be predicted
 * @param suggested class code the evidence points to
 * @param kinds of everything found about the image, this one among them
 * @param verdict what was decided about it last
 * @param status whether it waits
 */
public record ReviewItem(
        long imageId,
        Finding finding,
        String part,
        Optional<String> label,
        Optional<String> suggested,
        List<FindingKind> kinds,
        Optional<Verdict> verdict,
        Status status) {
    /** Whether somebody must look. */
    public enum Status {
        /** Nobody decided, or the evidence points elsewhere now. */
        OPEN,
        /** Somebody put it off. */
        UNSURE,
        /** Decided. */
        SETTLED
    }

    public ReviewItem {
        kinds = List.copyOf(kinds);
    }
}
