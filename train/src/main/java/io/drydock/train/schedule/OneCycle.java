package io.drydock.train.schedule;

/**
 * One-cycle schedule: cosine from {@code peak / startDivisor} up to {@code peak}, then cosine down to
 * {@code peak / endDivisor} (Smith and Topin, arXiv:1708.07120; the cosines are fast.ai's).
 *
 * @param warmUpShare share of the steps spent rising, in (0, 1)
 */
public record OneCycle(double peak, double warmUpShare, double startDivisor, double endDivisor) implements Schedule {
    public OneCycle {
        if (!(peak > 0)) {
            throw new IllegalArgumentException("the peak must be above 0, was " + peak);
        }
    }

    @Override
    public double at(double progress) {
        return new CosineHill(peak / startDivisor, peak, peak / endDivisor, warmUpShare).at(progress);
    }
}
