package io.drydock.explore.duplicate;

/**
 * Lays one gray square over another: Gauss-Newton steps over position, scale, shear, brightness and contrast at once
 * (Lucas and Kanade, IJCAI 1981), each pixel weighted by how well it agreed before, so that a watermark or a border does
 * not pull. For one thread at a time.
 */
final class Alignment {
    private static final int UNKNOWNS = 8;
    private static final float LEAST_SCALE = 2;

    private final Equations equations = new Equations(UNKNOWNS);
    private final float[] factors = new float[UNKNOWNS];
    private Affine place = Affine.NONE;
    private float gain = 1;
    private float offset;
    /** Residual that halves a pixel's weight; infinite before the first step. */
    private float tolerance = Float.POSITIVE_INFINITY;

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
        double half = side / 2.0;
        float top = side - 1.001f;
        double absolute = 0;
        int used = 0;
        for (int row = 0; row < side; row++) {
            float y = (float) ((row + 0.5) / half - 1);
            for (int column = 0; column < side; column++) {
                float x = (float) ((column + 0.5) / half - 1);
                float px = (float) ((place.x(x, y) + 1) * half - 0.5);
                float py = (float) ((place.y(x, y) + 1) * half - 0.5);
                if (!(px >= -0.5f && px <= top + 0.5f && py >= -0.5f && py <= top + 0.5f)) {
                    continue;
                }
                px = Math.max(0, Math.min(top, px));
                py = Math.max(0, Math.min(top, py));
                int left = (int) px;
                int above = (int) py;
                float fx = px - left;
                float fy = py - above;
                int at = above * side + left;
                float a = moving[at];
                float b = moving[at + 1];
                float c = moving[at + side];
                float d = moving[at + side + 1];
                float gx = (1 - fy) * (b - a) + fy * (d - c);
                float gy = (1 - fx) * (c - a) + fx * (d - b);
                float value = (1 - fy) * (a + fx * (b - a)) + fy * (c + fx * (d - c));
                float residual = fixed[row * side + column] - (gain * value + offset);
                float relative = residual / tolerance;
                float weight = 1 / (1 + relative * relative);
                absolute += Math.abs(residual);
                used++;
                float scaled = gain * (float) half;
                factors[0] = gx * scaled;
                factors[1] = factors[0] * x;
                factors[2] = factors[0] * y;
                factors[3] = gy * scaled;
                factors[4] = factors[3] * x;
                factors[5] = factors[3] * y;
                factors[6] = value;
                factors[7] = 1;
                equations.add(factors, residual, weight);
            }
        }
        if (used < side * side / 2) {
            return false;
        }
        double[] change = equations.solve();
        place = place.plus(change);
        gain += (float) change[6];
        offset += (float) change[7];
        tolerance = Math.max(LEAST_SCALE, (float) (absolute / used));
        return gain > 0.05f && gain < 20 && Double.isFinite(change[0] + change[7]);
    }
}
