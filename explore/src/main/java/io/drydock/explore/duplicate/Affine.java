package io.drydock.explore.duplicate;

/**
 * Where a place of the second picture lies in the first; both span [-1, 1] from top to bottom and left to right.
 *
 * @param x0 shift to the right
 * @param xx by x
 * @param xy by y
 * @param y0 shift downward
 * @param yx by x
 * @param yy by y
 */
record Affine(double x0, double xx, double xy, double y0, double yx, double yy) {
    private static final double LEAST_SCALE = 0.7;
    private static final double MOST_SHEAR = 0.2;
    private static final double MOST_DEGREES = 7;
    private static final double MOST_SHIFT = 0.35;

    static final Affine NONE = new Affine(0, 1, 0, 0, 0, 1);

    double x(double x, double y) {
        return x0 + xx * x + xy * y;
    }

    double y(double x, double y) {
        return y0 + yx * x + yy * y;
    }

    /** With a step added to each parameter, in their order. */
    Affine plus(double[] step) {
        return new Affine(x0 + step[0], xx + step[1], xy + step[2], y0 + step[3], yx + step[4], yy + step[5]);
    }

    double scale() {
        return Math.sqrt(Math.max(0, xx * yy - xy * yx));
    }

    double degrees() {
        return Math.toDegrees(Math.atan2(yx - xy, xx + yy));
    }

    /** Whether it is a crop, a border, a small rotation or nearly nothing, rather than some distortion that happens to fit. */
    boolean isPlausible() {
        return xx > LEAST_SCALE
                && xx < 1 / LEAST_SCALE
                && yy > LEAST_SCALE
                && yy < 1 / LEAST_SCALE
                && Math.abs(xy) < MOST_SHEAR
                && Math.abs(yx) < MOST_SHEAR
                && Math.abs(degrees()) < MOST_DEGREES
                && Math.abs(x0) < MOST_SHIFT
                && Math.abs(y0) < MOST_SHIFT;
    }
}
