package io.drydock.train.loop;

import io.drydock.core.data.ImageSize;
import io.drydock.core.run.Stage;
import io.drydock.train.config.TrainConfig;

/** Which epochs and steps a training consists of. */
record Timetable(TrainConfig config, int images) {
    int epochs() {
        return config.epochs().total();
    }

    /** First epoch after a stage, counted over the whole training. */
    int end(Stage stage) {
        return stage == Stage.FROZEN ? config.epochs().frozen() : epochs();
    }

    int epochs(Stage stage) {
        return stage == Stage.FROZEN
                ? config.epochs().frozen()
                : config.epochs().unfrozen();
    }

    int batch(Stage stage) {
        return stage == Stage.FROZEN
                ? config.batch().frozenSize()
                : config.batch().size();
    }

    /** Steps an epoch: without a last incomplete batch when the configuration drops it, or when it holds a single image. */
    int steps(Stage stage) {
        int batch = batch(stage);
        int whole = images / batch;
        int rest = images % batch;
        boolean keepRest = rest > 1 && !config.batch().dropLast();
        return Math.max(1, whole + (keepRest ? 1 : 0));
    }

    /** Steps of the whole stage. */
    long stageSteps(Stage stage) {
        return (long) steps(stage) * epochs(stage);
    }

    long allSteps() {
        return stageSteps(Stage.FROZEN) + stageSteps(Stage.UNFROZEN);
    }

    /** Size of an unfrozen epoch, counted over the whole training. */
    ImageSize size(int epoch) {
        return config.input().plan().at(epoch - config.epochs().frozen());
    }

    /** Pixels still to be trained on from a position on, in one image's worth of each step. */
    double pixelsLeft(Position position) {
        double left = 0;
        for (int e = Math.max(position.epoch(), config.epochs().frozen()); e < epochs(); e++) {
            int done = e == position.epoch() ? position.step() : 0;
            left += (double) size(e).area() * (steps(Stage.UNFROZEN) - done) * batch(Stage.UNFROZEN);
        }
        return left;
    }
}
