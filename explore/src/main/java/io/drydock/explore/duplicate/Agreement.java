package io.drydock.explore.duplicate;

/**
 * How far two aligned gray squares agree, in gray values and in detail, each pixel weighted by its residual so that a
 * watermark does not count. For one thread at a time.
 */
final class Agreement {
    private final int side;
    private final float[] laid;
    private final float[] weight;
    private float[] compared = {};
    private double similarity;
    private double overlap;
    private double agreeing;

    Agreement(int side) {
        this.side = side;
        this.laid = new float[side * side];
        this.weight = new float[side * side];
    }

    double similarity() {
        return similarity;
    }

    double overlap() {
        return overlap;
    }

    double agreeing() {
        return agreeing;
    }

    /** Measures {@code moving} laid over {@code fixed} by an alignment. */
    void measure(float[] moving, float[] fixed, Alignment alignment) {
        lay(moving, alignment.place());
        double width = alignment.tolerance() * 2.5;
        double weights = 0;
        int covered = 0;
        for (int i = 0; i < laid.length; i++) {
            if (Float.isNaN(laid[i])) {
                weight[i] = 0;
                continue;
            }
            covered++;
            double residual = (fixed[i] - (alignment.gain() * laid[i] + alignment.offset())) / width;
            weight[i] = Math.abs(residual) < 1 ? (float) ((1 - residual * residual) * (1 - residual * residual)) : 0;
            weights += weight[i];
        }
        overlap = (double) covered / laid.length;
        agreeing = covered == 0 ? 0 : weights / covered;
        similarity = correlation(laid, fixed);
        compared = fixed;
    }

    /** Correlation of the detail of what was measured last, in [0, 1]. */
    double detail() {
        return correlation(Detail.of(laid, side), Detail.of(compared, side));
    }

    private void lay(float[] moving, Affine place) {
        double half = side / 2.0;
        float top = side - 1.001f;
        for (int row = 0; row < side; row++) {
            double y = (row + 0.5) / half - 1;
            for (int column = 0; column < side; column++) {
                double x = (column + 0.5) / half - 1;
                float px = (float) ((place.x(x, y) + 1) * half - 0.5);
                float py = (float) ((place.y(x, y) + 1) * half - 0.5);
                int to = row * side + column;
                if (!(px >= -0.5f && px <= top + 0.5f && py >= -0.5f && py <= top + 0.5f)) {
                    laid[to] = Float.NaN;
                    continue;
                }
                px = Math.max(0, Math.min(top, px));
                py = Math.max(0, Math.min(top, py));
                int left = (int) px;
                int above = (int) py;
                float fx = px - left;
                float fy = py - above;
                int at = above * side + left;
                float upper = moving[at] + fx * (moving[at + 1] - moving[at]);
                float lower = moving[at + side] + fx * (moving[at + side + 1] - moving[at + side]);
                laid[to] = upper + fy * (lower - upper);
            }
        }
    }

    private double correlation(float[] a, float[] b) {
        double sum = 0;
        double meanA = 0;
        double meanB = 0;
        for (int i = 0; i < a.length; i++) {
            if (weight[i] > 0 && !Float.isNaN(a[i]) && !Float.isNaN(b[i])) {
                sum += weight[i];
                meanA += weight[i] * a[i];
                meanB += weight[i] * b[i];
            }
        }
        if (sum < 1) {
            return 0;
        }
        meanA /= sum;
        meanB /= sum;
        double product = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            if (weight[i] > 0 && !Float.isNaN(a[i]) && !Float.isNaN(b[i])) {
                double da = a[i] - meanA;
                double db = b[i] - meanB;
                product += weight[i] * da * db;
                squaresA += weight[i] * da * da;
                squaresB += weight[i] * db * db;
            }
        }
        double norm = Math.sqrt(squaresA * squaresB);
        return norm < 1e-6 ? 0 : Math.max(0, Math.min(1, product / norm));
    }
}
