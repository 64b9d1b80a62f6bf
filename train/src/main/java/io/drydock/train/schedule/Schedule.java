package io.drydock.train.schedule;

import io.drydock.train.config.ScheduleConfig;

/** A value (learning rate or momentum) over the course of a stage. */
public sealed interface Schedule permits Constant, CosineHill, OneCycle, WarmUpCosine {
    /**
     * The value at a step.
     *
     * @param progress share of all steps already taken, in [0, 1]
     */
    double at(double progress);

    /** The learning rate that a configuration asks for, with the given peak. */
    static Schedule rate(ScheduleConfig config, double peak) {
        return switch (config.kind()) {
            case ONE_CYCLE ->
                peak == 0
                        ? new Constant(0)
                        : new OneCycle(peak, config.warmUpShare(), config.startDivisor(), config.endDivisor());
            case WARM_UP_COSINE -> new WarmUpCosine(peak, config.warmUpShare());
            case CONSTANT -> new Constant(peak);
        };
    }

    /** The momentum that a configuration asks for: against the rate, or constant at {@code otherwise}. */
    static Schedule momentum(ScheduleConfig config, double otherwise) {
        return config.cycleMomentum()
                ? new CosineHill(
                        config.momentumHigh(), config.momentumLow(), config.momentumHigh(), config.warmUpShare())
                : new Constant(otherwise);
    }
}
