package io.drydock.image.augment;

/**
 * A 3x3 projective map, row-major, from a place in the view to a place in the picture. Places are (x, y) in [-1, 1]
 * across the picture, whatever its shape. Value.
 */
record Homography(double a, double b, double c, double d, double e, double f, double g, double h, double i) {
    static final Homography IDENTITY = affine(1, 0, 0, 0, 1, 0);

    static Homography affine(double a, double b, double c, double d, double e, double f) {
        return new Homography(a, b, c, d, e, f, 0, 0, 1);
    }

    /** First {@code inner}, then this. */
    Homography after(Homography n) {
        return new Homography(
                a * n.a + b * n.d + c * n.g,
                a * n.b + b * n.e + c * n.h,
                a * n.c + b * n.f + c * n.i,
                d * n.a + e * n.d + f * n.g,
                d * n.b + e * n.e + f * n.h,
                d * n.c + e * n.f + f * n.i,
                g * n.a + h * n.d + i * n.g,
                g * n.b + h * n.e + i * n.h,
                g * n.c + h * n.f + i * n.i);
    }

    boolean isAffine() {
        return g == 0 && h == 0;
    }

    /** In pixel indices: from a view of one size to a picture of another; pixel centres lie at half-integers. */
    Homography inPixels(int viewHeight, int viewWidth, int height, int width) {
        Homography toUnit = affine(2.0 / viewWidth, 0, 1.0 / viewWidth - 1, 0, 2.0 / viewHeight, 1.0 / viewHeight - 1);
        Homography fromUnit = affine(width / 2.0, 0, (width - 1) / 2.0, 0, height / 2.0, (height - 1) / 2.0);
        return fromUnit.after(this).after(toUnit);
    }

    double[] values() {
        return new double[] {a, b, c, d, e, f, g, h, i};
    }

    /** The map of the four corners of [-1, 1] x [-1, 1], (-1,-1), (-1,1), (1,-1), (1,1), onto those given as x, y. */
    static Homography ofCorners(double[] from) {
        double[][] to = {{-1, -1}, {-1, 1}, {1, -1}, {1, 1}};
        double[][] system = new double[8][9];
        for (int corner = 0; corner < 4; corner++) {
            double x = from[2 * corner];
            double y = from[2 * corner + 1];
            double u = to[corner][0];
            double v = to[corner][1];
            system[2 * corner] = new double[] {x, y, 1, 0, 0, 0, -u * x, -u * y, u};
            system[2 * corner + 1] = new double[] {0, 0, 0, x, y, 1, -v * x, -v * y, v};
        }
        double[] s = LinearSystem.solve(system);
        return new Homography(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], 1);
    }
}
