package io.drydock.workbench.issue;

import io.drydock.core.split.Part;
import java.util.List;
import java.util.Optional;

/**
 * How suspect the label of one image is.
 *
 * @param sha256 content hash of the image
 * @param rank 1 for the most suspect
 * @param score in [0, 1], low = suspect
 * @param given class index of the label now
 * @param suggested class index that it more likely belongs to, never the given one
 * @param probabilities of each class, by models that did not train on the image
 * @param wrong estimated probability that the label is wrong, in [0, 1]
 * @param flagged whether the chosen filter calls it mislabelled
 * @param part of the current split; empty where there is none
 */
public record LabelIssue(
        String image,
        String sha256,
        int rank,
        double score,
        int given,
        int suggested,
        List<Double> probabilities,
        double wrong,
        boolean flagged,
        Optional<Part> part) {
    public LabelIssue {
        probabilities = List.copyOf(probabilities);
    }
}
