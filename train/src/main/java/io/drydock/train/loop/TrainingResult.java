package io.drydock.train.loop;

import io.drydock.core.run.RunEvent;
import io.drydock.network.Model;
import java.util.List;

/**
 * What a training ends with.
 *
 * @param model the kept weights; folded when the configuration folds
 * @param history one event an epoch
 * @param keptEpoch the epoch whose weights were kept, from 1
 * @param averaged whether they are an average over steps
 * @param interrupted whether the training was asked to stop and can be resumed; the model is then as far as it came
 * @param seconds of training, over all processes that took part
 */
public record TrainingResult(
        Model model,
        List<RunEvent.EpochEnded> history,
        int keptEpoch,
        boolean averaged,
        boolean interrupted,
        double seconds) {
    public TrainingResult {
        history = List.copyOf(history);
    }
}
