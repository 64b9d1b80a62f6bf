package io.drydock.workbench.submission;

import io.drydock.core.metric.Measured;
import io.drydock.workspace.submission.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One submission of the ledger.
 *
 * @param number from 1
 * @param file where it was written
 * @param sha256 hash of the file as written
 * @param runs what it was made from
 * @param mix how that was combined
 * @param tta views of each image
 * @param journalPosition version of the labels
 * @param validN validation images behind the score
 * @param weightedF1 validation score with 95 % interval
 * @param leaderboardScore what the organizers' page said
 */
public record SubmissionLine(
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
    public SubmissionLine {
        runs = List.copyOf(runs);
    }

    /** The line of a stored submission. */
    public static SubmissionLine of(Submission submission) {
        return new SubmissionLine(
                submission.number(),
                submission.file(),
                submission.sha256(),
                submission.runs(),
                submission.mix(),
                submission.tta(),
                submission.journalPosition(),
                submission.validN(),
                submission.weightedF1(),
                submission.leaderboardScore(),
                submission.createdAt());
    }
}
