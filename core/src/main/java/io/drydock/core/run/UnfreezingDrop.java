package io.drydock.core.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A training whose score fell when its body was unfrozen: what the head had learned was lost.
 *
 * @param frozen weighted F1 at the end of the last frozen epoch
 * @param unfrozen weighted F1 at the end of the first unfrozen epoch
 */
public record UnfreezingDrop(double frozen, double unfrozen) {
    /** Two epochs of one training may differ by this much without a reason. */
    private static final double CHANCE = 0.02;

    /**
     * The drop that a training shows, once it has an unfrozen epoch.
     *
     * @param epochs so far, in order
     */
    public static Optional<UnfreezingDrop> of(List<RunEvent.EpochEnded> epochs) {
        for (int i = 1; i < epochs.size(); i++) {
            RunEvent.EpochEnded before = epochs.get(i - 1);
            RunEvent.EpochEnded after = epochs.get(i);
            if (before.stage() == Stage.FROZEN && after.stage() == Stage.UNFROZEN) {
                return before.weightedF1() - after.weightedF1() > CHANCE
                        ? Optional.of(new UnfreezingDrop(before.weightedF1(), after.weightedF1()))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** What happened and what to do, in two sentences. */
    public String message() {
        return String.format(
                Locale.ROOT,
                "Weighted F1 fell from %.3f after the frozen epochs to %.3f after the first unfrozen one: unfreezing undid what"
                        + " the head had learned. Train again with --batch-norm auto --body-split family, or with lower rates"
                        + " (--rate, --low-rate).",
                frozen,
                unfrozen);
    }
}
