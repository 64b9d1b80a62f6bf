package io.drydock.explore.label;

/**
 * Sums numbers in NumPy's order: eight interleaved sums, halves from 128 numbers on. Counts that lie halfway between two whole
 * numbers then round as cleanlab rounds them.
 */
final class PairwiseSum {
    private static final int LANES = 8;
    private static final int BLOCK = 128;

    private PairwiseSum() {}

    static double of(double[] values) {
        return of(values, 0, values.length);
    }

    private static double of(double[] values, int from, int count) {
        if (count > BLOCK) {
            int half = count / 2 / LANES * LANES;
            return of(values, from, half) + of(values, from + half, count - half);
        }
        int whole = count / LANES * LANES;
        double sum = 0;
        if (whole > 0) {
            double[] r = new double[LANES];
            for (int i = 0; i < whole; i++) {
                r[i % LANES] += values[from + i];
            }
            sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
        }
        for (int i = whole; i < count; i++) {
            sum += values[from + i];
        }
        return sum;
    }
}
