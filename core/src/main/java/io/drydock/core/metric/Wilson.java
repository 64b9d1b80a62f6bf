package io.drydock.core.metric;

/** The score interval of a share (Wilson, JASA 22, 1927), which never shrinks to a point. Safe for use by many threads. */
public final class Wilson {
    private static final double TWO_SIDED_95 = 1.959964;

    private Wilson() {}

    /**
     * A share with its 95 % interval; 0 in [0, 1] of nothing.
     *
     * @param part how many of the whole, 0..whole
     */
    public static Measured share(int part, int whole) {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException(part + " is no part of " + whole);
        }
        if (whole == 0) {
            return new Measured(0, 0, 1);
        }
        double value = (double) part / whole;
        double z2 = TWO_SIDED_95 * TWO_SIDED_95;
        double center = (value + z2 / (2 * whole)) / (1 + z2 / whole);
        double reach =
                TWO_SIDED_95 * Math.sqrt(value * (1 - value) / whole + z2 / (4.0 * whole * whole)) / (1 + z2 / whole);
        return new Measured(
                value, part == 0 ? 0 : Math.max(0, center - reach), part == whole ? 1 : Math.min(1, center + reach));
    }
}
