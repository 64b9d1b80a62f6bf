package io.drydock.core.metric;

/**
 * F1 of one class with its interval. With TP images right and E wrong about the class, F1 is 2 J / (1 + J) of the share
 * J = TP / (TP + E), and the interval of J is {@link ShareInterval}'s. Safe for use by many threads.
 */
final class ClassF1 {
    private ClassF1() {}

    static Measured of(ConfusionMatrix counts, int c) {
        int right = counts.count(c, c);
        int about = counts.support(c) + counts.predictions(c) - right;
        Measured share = ShareInterval.of(right, about);
        return new Measured(counts.f1(c), f1(share.low()), f1(share.high()));
    }

    private static double f1(double share) {
        return 2 * share / (1 + share);
    }
}
