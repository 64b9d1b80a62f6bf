package io.drydock.train.config;

/**
 * How rate and momentum move over the steps of a stage.
 *
 * @param kind shape
 * @param warmUpShare share of the steps spent rising, in (0, 1)
 * @param startDivisor one-cycle starts at peak / startDivisor
 * @param endDivisor one-cycle ends at peak / endDivisor
 * @param cycleMomentum whether Adam's first beta moves against the rate, between the two bounds
 * @param momentumHigh first beta at the start and end of the cycle
 * @param momentumLow first beta at the peak rate
 */
public record ScheduleConfig(
        ScheduleKind kind,
        double warmUpShare,
        double startDivisor,
        double endDivisor,
        boolean cycleMomentum,
        double momentumHigh,
        double momentumLow) {
    /** fast.ai's one-cycle: 25 % up from peak/25, down to peak/1e5, momentum .95 to .85 and back. */
    public static final ScheduleConfig ONE_CYCLE =
            new ScheduleConfig(ScheduleKind.ONE_CYCLE, 0.25, 25, 1e5, true, 0.95, 0.85);
    /** 15 % linear warm-up from 0, then cosine to 0, momentum at the optimizer's own. */
    public static final ScheduleConfig WARM_UP_COSINE =
            new ScheduleConfig(ScheduleKind.WARM_UP_COSINE, 0.15, 25, 1e5, false, 0.95, 0.85);

    public ScheduleConfig {
        Check.require(
                warmUpShare > 0 && warmUpShare < 1, "schedule.warmUpShare must lie in (0, 1), was %s.", warmUpShare);
        Check.require(startDivisor >= 1, "schedule.startDivisor must be at least 1, was %s.", startDivisor);
        Check.require(endDivisor >= 1, "schedule.endDivisor must be at least 1, was %s.", endDivisor);
        Check.below1("schedule.momentumHigh", momentumHigh);
        Check.below1("schedule.momentumLow", momentumLow);
    }
}
