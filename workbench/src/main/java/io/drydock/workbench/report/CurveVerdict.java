package io.drydock.workbench.report;

import io.drydock.core.run.RunEvent.EpochEnded;
import java.util.Comparator;
import java.util.List;

/** Says in one line what the learning curves show: whether the run overfits. Safe for use by many threads. */
public final class CurveVerdict {
    /** Relative rise of the validation loss above its lowest that counts as one. */
    private static final double RISE = 0.05;

    /** Fall of the validation loss below the lowest before, relative, that says more epochs may help. */
    private static final double STILL_FALLING = 0.03;

    private CurveVerdict() {}

    /** One sentence or two. */
    public static String of(List<EpochEnded> epochs) {
        List<EpochEnded> validated = epochs.stream()
                .filter(epoch -> Double.isFinite(epoch.validLoss()))
                .toList();
        if (validated.isEmpty()) {
            return "No validation part, so nothing shows whether it overfits.";
        }
        if (validated.size() < 2) {
            return "One epoch is too few to tell whether it overfits.";
        }
        EpochEnded last = validated.get(validated.size() - 1);
        EpochEnded lowest = validated.stream()
                .min(Comparator.comparingDouble(EpochEnded::validLoss))
                .orElse(last);
        if (last.validLoss() > lowest.validLoss() * (1 + RISE)) {
            return rising(lowest, last);
        }
        double earlier = validated.stream()
                .limit(validated.size() - 1L)
                .mapToDouble(EpochEnded::validLoss)
                .min()
                .orElse(Double.NaN);
        boolean falling = last.validLoss() < earlier * (1 - STILL_FALLING);
        return "No sign of overfitting: validation loss ended at " + Numbers.fixed(last.validLoss(), 3)
                + (falling ? ", still falling; more epochs may help." : ", level with its lowest.");
    }

    private static String rising(EpochEnded lowest, EpochEnded last) {
        String rise = "validation loss rose from " + Numbers.fixed(lowest.validLoss(), 3) + " in epoch "
                + lowest.epoch() + " to " + Numbers.fixed(last.validLoss(), 3);
        if (last.trainLoss() >= lowest.trainLoss()) {
            return "Unstable rather than overfitting: " + rise + ", and training loss did not fall either; "
                    + "a lower learning rate may help.";
        }
        String f1 = Numbers.score(lowest.weightedF1()) + " to " + Numbers.score(last.weightedF1());
        return last.weightedF1() > lowest.weightedF1()
                ? "It grows overconfident: " + rise + " while F1 still went from " + f1 + "."
                : "It overfits: " + rise + " while training loss kept falling, and F1 went from " + f1 + ".";
    }
}
