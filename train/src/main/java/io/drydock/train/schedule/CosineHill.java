package io.drydock.train.schedule;

/**
 * Half a cosine from {@code start} to {@code middle} over the first {@code turn} of the steps, half a cosine to
 * {@code end} over the rest.
 *
 * @param turn share of the steps in (0, 1)
 */
public record CosineHill(double start, double middle, double end, double turn) implements Schedule {
    public CosineHill {
        if (!(turn > 0 && turn < 1)) {
            throw new IllegalArgumentException("the turn must lie in (0, 1), was " + turn);
        }
    }

    @Override
    public double at(double progress) {
        return progress < turn
                ? between(start, middle, progress / turn)
                : between(middle, end, (progress - turn) / (1 - turn));
    }

    static double between(double from, double to, double share) {
        return from + (to - from) * (1 - Math.cos(Math.PI * share)) / 2;
    }
}
