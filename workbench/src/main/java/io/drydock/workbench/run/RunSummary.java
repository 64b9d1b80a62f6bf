package io.drydock.workbench.run;

import io.drydock.core.data.ImageSize;
import io.drydock.core.metric.Measured;
import io.drydock.workspace.run.RunDetails;
import io.drydock.workspace.run.RunEntry;
import java.time.Instant;
import java.util.Optional;

/**
 * A run in one line of a list.
 *
 * @param run folder name, such as {@code 0007-resnet50}
 * @param status {@code running}, {@code done}, {@code interrupted} or {@code failed}
 * @param message why it failed or was interrupted; empty otherwise
 * @param valid scores on the validation part, where there are any
 * @param epochChosen whether the epoch was chosen by that very score, which is too good then
 */
public record RunSummary(
        int id,
        String run,
        String status,
        String message,
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
        Instant startedAt,
        Optional<Instant> endedAt,
        double trainSeconds,
        Optional<Valid> valid,
        boolean epochChosen) {

    /** Scores on the validation part with 95 % intervals. */
    public record Valid(int n, Measured weightedF1, Measured accuracy) {}

    /** The line of a stored run. */
    public static RunSummary of(RunEntry entry) {
        RunDetails details = entry.details();
        return new RunSummary(
                entry.id(),
                entry.name(),
                entry.status().key(),
                entry.message(),
                details.model(),
                details.recipe(),
                details.size(),
                details.split(),
                details.fold(),
                details.from(),
                details.journalPosition(),
                details.epochs(),
                details.epochsDone(),
                details.keptEpoch(),
                entry.startedAt(),
                entry.endedAt(),
                details.trainSeconds(),
                details.valid().map(scores -> new Valid(scores.n(), scores.weightedF1(), scores.accuracy())),
                details.valid().isPresent() && details.epochChosen().orElseGet(() -> ChosenEpoch.of(entry.folder())));
    }
}
