package io.drydock.workspace.finding;

import io.drydock.core.finding.FindingKind;
import java.util.List;
import java.util.OptionalInt;

/**
 * A finding without its evidence, which is what a queue of many thousands needs to be put in order.
 *
 * @param number of the finding in the store, by which its evidence is read
 * @param check name of the check that found it
 * @param sha256 content of the image when it was found
 * @param suggested class index the evidence points to, if it is about the label
 * @param others further images that the finding is about: copies
 */
public record FindingHead(
        long number,
        String check,
        String id,
        FindingKind kind,
        int rank,
        double score,
        String image,
        String sha256,
        OptionalInt suggested,
        List<String> others) {
    public FindingHead {
        others = List.copyOf(others);
    }
}
