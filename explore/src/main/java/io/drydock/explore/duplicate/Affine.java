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
    static final Affine NONE = new Affine(0, 1, 0, 0, 0, 1);

    double x(double x, double y) {
        return x0 + xx * x + xy * y;
    }

    double y(double x, double y) {
        return y0 + yx * x + yy * y;
    }

    /** With a step added to each parameter, in their order. */
    Affine plus(double[] step) {
        return new Affine(
                x0 + step[0], xx + step[1], xy + step[2], y0 + step[3], yx + step[4], yy + step[5]);
    }

    double scale() {
        return Math.sqrt(Math.max(0, xx * yy - xy * yx));
    }

    double degrees() {
        return Math.toDegrees(Math.atan2(yx - xy, xx + yy));
    }

    /** Whether it is a crop, a border, a small rotation or nearly nothing, rather than some distortion that happens to fit. */
    boolean isPlausible() {
        return xx > 0.7
                && xx < 1.45
                && yy > 0.7
                && yy < 1.45
                && Math.abs(xy) < 0.25
                && Math.abs(yx) < 0.25
                && Math.abs(x0) < 0.35
                && Math.abs(y0) < 0.35;
    }
}
