package io.drydock.train.loop;

import io.drydock.core.run.RunEvent;
import io.drydock.network.weights.WeightSet;
import io.drydock.train.checkpoint.Checkpoint;
import io.drydock.train.config.KeepConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What has happened so far: epochs, the best of them, the loss of the running one, the time. For one thread at a time. */
final class Ledger {
    private final KeepConfig keep;
    private final List<RunEvent.EpochEnded> history = new ArrayList<>();
    private Optional<WeightSet> best = Optional.empty();
    private int bestEpoch;
    private double bestScore = Double.NEGATIVE_INFINITY;
    private double lossSum;
    private long lossImages;
    private double secondsBefore;
    private double epochSecondsBefore;
    private long startNanos = System.nanoTime();
    private long epochStartNanos = startNanos;

    Ledger(KeepConfig keep) {
        this.keep = keep;
    }

    void restore(Checkpoint checkpoint) {
        Checkpoint.Progress at = checkpoint.progress();
        history.addAll(checkpoint.history());
        best = checkpoint.best();
        bestEpoch = at.bestEpoch();
        bestScore = at.bestScore();
        lossSum = at.lossSum();
        lossImages = at.lossImages();
        secondsBefore = at.seconds();
        epochSecondsBefore = at.epochSeconds();
        startNanos = System.nanoTime();
        epochStartNanos = startNanos;
    }

    void loss(double meanLoss, int images) {
        lossSum += meanLoss * images;
        lossImages += images;
    }

    double seconds() {
        return secondsBefore + (System.nanoTime() - startNanos) / 1e9;
    }

    double epochSeconds() {
        return epochSecondsBefore + (System.nanoTime() - epochStartNanos) / 1e9;
    }

    /**
     * Writes down an epoch.
     *
     * @param weights those that would be kept, asked for only when they are the best so far
     */
    RunEvent.EpochEnded epochEnded(Position position, Learner.Validation validation, Supplier<WeightSet> weights) {
        RunEvent.EpochEnded ended = new RunEvent.EpochEnded(
                position.epoch() + 1,
                position.stage(),
                lossSum / Math.max(1, lossImages),
                validation.loss(),
                validation.accuracy(),
                validation.weightedF1(),
                epochSeconds());
        history.add(ended);
        if (validation.weightedF1() > bestScore) {
            bestScore = validation.weightedF1();
            bestEpoch = ended.epoch();
            if (keep.best()) {
                best = Optional.of(weights.get());
            }
        }
        lossSum = 0;
        lossImages = 0;
        epochSecondsBefore = 0;
        epochStartNanos = System.nanoTime();
        return ended;
    }

    /** Whether as many epochs as the patience allows have passed without a better one. */
    boolean outOfPatience() {
        return keep.patience() > 0 && bestEpoch > 0 && history.size() - bestEpoch >= keep.patience();
    }

    Optional<WeightSet> best() {
        return best;
    }

    int bestEpoch() {
        return bestEpoch;
    }

    List<RunEvent.EpochEnded> history() {
        return history;
    }

    Checkpoint.Progress progress(Position position) {
        return new Checkpoint.Progress(
                position.stage().key(),
                position.epoch(),
                position.step(),
                position.steps(),
                lossSum,
                lossImages,
                bestEpoch,
                bestScore,
                seconds(),
                epochSeconds());
    }
}
