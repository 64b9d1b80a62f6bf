package io.drydock.workspace.run;

import io.drydock.core.data.ImageSize;
import io.drydock.core.metric.Measured;
import java.util.Optional;

/**
 * What a list of runs shows of each: kept in the store, so that listing opens no file of a run.
 *
 * @param recipe name of the recipe
 * @param size last size trained at
 * @param split number of the split
 * @param fold fold that was held out, when training by folds
 * @param from name of the run whose weights it started from
 * @param journalPosition position of the label journal when it started
 * @param epochs epochs planned
 * @param epochsDone epochs ended so far
 * @param keptEpoch epoch whose weights were kept, from 1
 * @param trainSeconds wall seconds of training, all sittings together
 * @param valid scores on the validation part; empty while running and with {@code --all-data}
 * @param epochChosen whether the epoch was chosen by its score on the validation part; empty before the end, and in runs of
 *     Drydock 0.1.0, which did not note it
 */
public record RunDetails(
        String model,
        String recipe,
        ImageSize size,
        int split,
        Optional<Integer> fold,
        Optional<String> from,
        long journalPosition,
        int epochs,
        int epochsDone,
        Optional<Integer> keptEpoch,
        double trainSeconds,
        Optional<ValidScores> valid,
        Optional<Boolean> epochChosen) {

    /** Scores on the validation part, of the exported graph. */
    public record ValidScores(int n, Measured weightedF1, Measured accuracy) {}

    /** A run that has only been planned. */
    public static RunDetails planned(
            String model, String recipe, ImageSize size, int split, long journalPosition, int epochs) {
        return new RunDetails(
                model,
                recipe,
                size,
                split,
                Optional.empty(),
                Optional.empty(),
                journalPosition,
                epochs,
                0,
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty());
    }

    public RunDetails withFold(Optional<Integer> heldOut) {
        return new RunDetails(
                model,
                recipe,
                size,
                split,
                heldOut,
                from,
                journalPosition,
                epochs,
                epochsDone,
                keptEpoch,
                trainSeconds,
                valid,
                epochChosen);
    }

    public RunDetails withFrom(Optional<String> run) {
        return new RunDetails(
                model,
                recipe,
                size,
                split,
                fold,
                run,
                journalPosition,
                epochs,
                epochsDone,
                keptEpoch,
                trainSeconds,
                valid,
                epochChosen);
    }

    public RunDetails withProgress(int epochsEnded, double seconds) {
        return new RunDetails(
                model,
                recipe,
                size,
                split,
                fold,
                from,
                journalPosition,
                epochs,
                epochsEnded,
                keptEpoch,
                seconds,
                valid,
                epochChosen);
    }

    /**
     * The same with what the training ended with.
     *
     * @param chosen whether the epoch was chosen by its score on the validation part
     */
    public RunDetails withResult(int kept, Optional<ValidScores> scores, boolean chosen) {
        return new RunDetails(
                model,
                recipe,
                size,
                split,
                fold,
                from,
                journalPosition,
                epochs,
                epochsDone,
                Optional.of(kept),
                trainSeconds,
                scores,
                Optional.of(chosen));
    }
}
