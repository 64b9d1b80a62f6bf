package io.drydock.workbench.submission;

import io.drydock.core.metric.Measured;
import io.drydock.workbench.run.ChosenEpoch;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.submission.Submission;
import java.time.Instant;
import java.util.ArrayList;
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
 * @param epochChosen whether some run's epoch was chosen by its score on those validation images, so that the score is too good
 * @param crossFitFolds folds in which the weights of the mix were fitted without the images scored; 0 where none were fitted
 * @param fittedOnSame whether weights were fitted on the images of the score, so that it is too good
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
        boolean epochChosen,
        int crossFitFolds,
        boolean fittedOnSame,
        Optional<Double> leaderboardScore,
        Instant createdAt) {
    public SubmissionLine {
        runs = List.copyOf(runs);
    }

    /** Why the validation score is too good, a sentence each; none for an honest one. */
    public List<String> caveats() {
        List<String> caveats = new ArrayList<>();
        if (epochChosen) {
            caveats.add(ChosenEpoch.NOTE);
        }
        if (fittedOnSame) {
            caveats.add(
                    "The weights were fitted on these very images (an entry of Drydock 0.1.0), so the score is too good.");
        }
        return caveats;
    }

    /** The line of a stored submission of a workspace; of an older entry its runs tell what it does not. */
    public static SubmissionLine of(Workspace workspace, Submission submission) {
        boolean scored = submission.weightedF1().isPresent();
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
                scored && submission.epochChosen().orElseGet(() -> choseEpoch(workspace, submission.runs())),
                submission.crossFitFolds().orElse(0),
                scored
                        && submission.crossFitFolds().isEmpty()
                        && submission.mix().equals("fit"),
                submission.leaderboardScore(),
                submission.createdAt());
    }

    private static boolean choseEpoch(Workspace workspace, List<String> runs) {
        return workspace.runs().list().stream()
                .filter(run -> runs.contains(run.name()))
                .anyMatch(run -> ChosenEpoch.of(run.folder()));
    }
}
