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
        Optional<Double> leaderboardScore,
        Instant createdAt) {
    public Submission {
        runs = List.copyOf(runs);
    }
}
