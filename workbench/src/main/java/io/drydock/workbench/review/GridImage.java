package io.drydock.workbench.review;

import io.drydock.core.data.FileProblem;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.label.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * An image as the grid shows it.
 *
 * @param id number that stands for the image, safe to show in an address
 * @param image relative path with {@code /}
 * @param part {@code train}, {@code valid}, {@code test} or {@code labelled}
 * @param label class code now; empty for an image to be predicted
 * @param imported class code as imported
 * @param verdict what was decided about it last
 * @param dropped whether it is left out of the set
 * @param duplicateOf the image that stays, where it was left out as a copy
 * @param height pixels
 * @param width pixels
 * @param brightness mean in 0..1; NaN where not measured
 * @param grayness 1 without color, 0 with the most; NaN where not measured
 * @param kinds of what was found about it
 * @param predicted class code by the run asked about
 * @param probability of the label by that run, in 0..1; NaN without
 * @param loss of the label by that run, at least 0; NaN without
 * @param changed how its file differs from what is known of it, with the remedy; empty where it does not
 */
public record GridImage(
        long id,
        String image,
        String sha256,
        String part,
        Optional<String> label,
        Optional<String> imported,
        Optional<Verdict> verdict,
        boolean dropped,
        Optional<String> duplicateOf,
        int height,
        int width,
        double brightness,
        double grayness,
        List<FindingKind> kinds,
        Optional<String> predicted,
        double probability,
        double loss,
        Optional<FileProblem> changed) {
    public GridImage {
        kinds = List.copyOf(kinds);
    }
}
