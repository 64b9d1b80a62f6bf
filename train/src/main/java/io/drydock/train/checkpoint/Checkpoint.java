package io.drydock.train.checkpoint;

import io.drydock.core.run.RunEvent;
import io.drydock.network.weights.WeightSet;
import java.util.List;
import java.util.Optional;

/**
 * Everything a training needs to go on as if it had never stopped. Random draws need no state: they follow from the seed and
 * the position.
 *
 * @param progress where it stands
 * @param weights of the whole model
 * @param optimizerSteps steps of the optimizer in this stage
 * @param firstMoments its first moments by tensor
 * @param secondMoments its second moments by tensor
 * @param averageUpdates updates of the average
 * @param average averaged tensors, where an average is kept
 * @param best weights of the best epoch so far, where it is kept
 * @param history epochs so far
 */
public record Checkpoint(
        Progress progress,
        WeightSet weights,
        long optimizerSteps,
        WeightSet firstMoments,
        WeightSet secondMoments,
        long averageUpdates,
        Optional<WeightSet> average,
        Optional<WeightSet> best,
        List<RunEvent.EpochEnded> history) {
    /**
     * Where a training stands, in numbers.
     *
     * @param stage key of the stage
     * @param epoch from 0
     * @param step steps done within the epoch
     * @param steps steps done in all
     * @param lossSum loss of this epoch's images so far, added up
     * @param lossImages images of this epoch so far
     * @param bestEpoch best epoch so far, from 1; 0 for none
     * @param bestScore its weighted F1
     * @param seconds of training so far
     * @param epochSeconds of this epoch so far
     */
    public record Progress(
            String stage,
            int epoch,
            int step,
            long steps,
            double lossSum,
            long lossImages,
            int bestEpoch,
            double bestScore,
            double seconds,
            double epochSeconds) {}

    public Checkpoint {
        history = List.copyOf(history);
    }
}
