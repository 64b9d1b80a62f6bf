package io.drydock.explore.duplicate;

/**
 * Lays one gray square over another: Gauss-Newton steps over position, scale, shear, brightness and contrast at once
 * (Lucas and Kanade, IJCAI 1981), each pixel weighted by how well it agreed before, so that a watermark or a border does
 * not pull. For one thread at a time.
 */
final class Alignment {
    private static final int RIGHT = 0;
    private static final int DOWN = 3;
    private static final int GAIN = 6;
    private static final int OFFSET = 7;
    private static final float LEAST_TOLERANCE = 2;

    private final Equations equations = new Equations();
    private Affine place = Affine.NONE;
    private float gain = 1;
    private float offset;
    /** Residual that halves a pixel's weight; infinite before the first step. */
    private float tolerance = Float.POSITIVE_INFINITY;

    private float absolute;
    private int used;

    /** Forgets the last pair. */
    void restart() {
        place = Affine.NONE;
        gain = 1;
        offset = 0;
        tolerance = Float.POSITIVE_INFINITY;
    }

    Affine place() {
        return place;
    }

    float gain() {
        return gain;
    }

    float offset() {
        return offset;
    }

    float tolerance() {
        return tolerance;
    }

    /**
     * Improves the alignment.
     *
     * @param moving [side][side], laid over
     * @param fixed [side][side]
     * @return whether it may still be a copy
     */
    boolean improve(float[] moving, float[] fixed, int side, int steps) {
        for (int step = 0; step < steps; step++) {
            if (!step(moving, fixed, side)) {
                return false;
            }
        }
        return place.isPlausible();
    }

    private boolean step(float[] moving, float[] fixed, int side) {
        equations.clear();
        absolute = 0;
        used = 0;
        for (int row = 0; row < side; row++) {
            row(moving, fixed, side, row);
        }
        if (used < side * side / 2) {
            return false;
        }
        double[] change = equations.solve();
        // Gradients were taken per pixel and without the gain, so steps in place are in those units.
        double unit = 2.0 / (side * gain);
        for (int i = 0; i < GAIN; i++) {
            change[i] *= unit;
        }
        place = place.plus(change);
        gain += (float) change[GAIN];
        offset += (float) change[OFFSET];
        tolerance = Math.max(LEAST_TOLERANCE, absolute / used);
        return gain > 0.05f && gain < 20 && Double.isFinite(change[0] + change[OFFSET]);
    }

    private void row(float[] moving, float[] fixed, int side, int row) {
        float half = side / 2f;
        float top = side - 1.001f;
        float y = (row + 0.5f) / half - 1;
        // Along a row the place in the moving square moves by a constant step.
        float px = (float) ((place.x(0.5 / half - 1, y) + 1) * half - 0.5);
        float py = (float) ((place.y(0.5 / half - 1, y) + 1) * half - 0.5);
        float stepX = (float) place.xx();
        float stepY = (float) place.yx();
        float rr = 0, rrX = 0, rrXx = 0, rd = 0, rdX = 0, rdXx = 0, dd = 0, ddX = 0, ddXx = 0;
        float rv = 0, rvX = 0, dv = 0, dvX = 0, r1 = 0, r1X = 0, d1 = 0, d1X = 0;
        float vv = 0, v1 = 0, ww = 0;
        float re = 0, reX = 0, de = 0, deX = 0, ve = 0, we = 0;
        float inverse = 1 / tolerance;
        for (int column = 0; column < side; column++, px += stepX, py += stepY) {
            if (!(px >= -0.5f && px <= top + 0.5f && py >= -0.5f && py <= top + 0.5f)) {
                continue;
            }
            float cx = Math.max(0, Math.min(top, px));
            float cy = Math.max(0, Math.min(top, py));
            int left = (int) cx;
            int above = (int) cy;
            float fx = cx - left;
            float fy = cy - above;
            int at = above * side + left;
            float a = moving[at];
            float b = moving[at + 1] - a;
            float c = moving[at + side];
            float d = moving[at + side + 1] - c;
            float gx = b + fy * (d - b);
            float gy = c - a + fx * (d - b);
            float value = a + fx * b + fy * gy;
            float residual = fixed[row * side + column] - (gain * value + offset);
            float relative = residual * inverse;
            float weight = 1 / (1 + relative * relative);
            absolute += Math.abs(residual);
            used++;
            float x = (column + 0.5f) / half - 1;
            float wx = weight * gx;
            float wy = weight * gy;
            float wv = weight * value;
            float s = wx * gx;
            rr += s;
            rrX += s * x;
            rrXx += s * x * x;
            s = wx * gy;
            rd += s;
            rdX += s * x;
            rdXx += s * x * x;
            s = wy * gy;
            dd += s;
            ddX += s * x;
            ddXx += s * x * x;
            s = wx * value;
            rv += s;
            rvX += s * x;
            s = wy * value;
            dv += s;
            dvX += s * x;
            r1 += wx;
            r1X += wx * x;
            d1 += wy;
            d1X += wy * x;
            vv += wv * value;
            v1 += wv;
            ww += weight;
            s = wx * residual;
            re += s;
            reX += s * x;
            s = wy * residual;
            de += s;
            deX += s * x;
            ve += wv * residual;
            we += weight * residual;
        }
        equations.addGradients(RIGHT, RIGHT, y, rr, rrX, rrXx);
        equations.addGradients(DOWN, RIGHT, y, rd, rdX, rdXx);
        equations.addGradients(DOWN, DOWN, y, dd, ddX, ddXx);
        equations.addTone(GAIN, RIGHT, y, rv, rvX);
        equations.addTone(GAIN, DOWN, y, dv, dvX);
        equations.addTone(OFFSET, RIGHT, y, r1, r1X);
        equations.addTone(OFFSET, DOWN, y, d1, d1X);
        equations.addTones(vv, v1, ww);
        equations.addResidual(RIGHT, y, re, reX);
        equations.addResidual(DOWN, y, de, deX);
        equations.addResiduals(ve, we);
    }
}
