package io.drydock.workspace.submission;

import io.drydock.core.metric.Measured;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A submission that was written.
 *
 * @param number place in the ledger, from 1; 0 before it is entered
 * @param file where it was written
 * @param sha256 hash of the file as written
 * @param runs folder names of the runs (or files of foreign probabilities) it was made from
 * @param mix how they were combined, as {@code --mix} writes it
 * @param tta views of each image
 * @param journalPosition labels' version: latest position among the runs
 * @param validN validation images behind the score; empty when there is no score
 * @param weightedF1 validation score with interval
 * @param epochChosen whether some run's epoch was chosen by its score on the images of that score; empty in entries of Drydock
 *     0.1.0
 * @param crossFitFolds folds in which the weights of the mix were fitted without the images scored, 0 where none were fitted;
 *     empty in entries of Drydock 0.1.0, which scored fitted weights on the images that they were fitted on
 * @param leaderboardScore what the organizers' page said, typed in later
 */
public record Submission(
        int number,
        String file,
        String sha256,
        List<String> runs,
        String mix,
        int tta,
        long journalPosition,
        Optional<Integer> validN,
        Optional<Measured> weightedF1,
        Optional<Boolean> epochChosen,
        Optional<Integer> crossFitFolds,
        Optional<Double> leaderboardScore,
        Instant createdAt) {
    public Submission {
        runs = List.copyOf(runs);
    }
}
