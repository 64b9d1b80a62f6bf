package io.drydock.train.loop;

import io.drydock.core.run.Stage;

/**
 * How far a training has come.
 *
 * @param stage that is running
 * @param epoch of the whole training, from 0; equal to the stage's end when the stage is done
 * @param step steps done within that epoch
 * @param steps steps done in the whole training
 */
public record Position(Stage stage, int epoch, int step, long steps) {
    Position afterStep() {
        return new Position(stage, epoch, step + 1, steps + 1);
    }

    Position nextEpoch() {
        return new Position(stage, epoch + 1, 0, steps);
    }

    Position enter(Stage next) {
        return new Position(next, epoch, step, steps);
    }
}
