package io.drydock.train.config;

/** Shape of the learning rate over a stage. */
public enum ScheduleKind {
    /** Cosine up to the peak, cosine down (fast.ai's one-cycle). */
    ONE_CYCLE,
    /** Linear warm-up from 0, cosine down to 0. */
    WARM_UP_COSINE,
    /** The peak rate throughout. */
    CONSTANT
}
