package io.drydock.workbench.config;

import io.drydock.train.config.TrainConfig;

/** A complete training: every setting, and the images it is done on. */
public record TrainPlan(TrainConfig config, DataChoice data) {
    public TrainPlan withData(DataChoice choice) {
        return new TrainPlan(config, choice);
    }
}
