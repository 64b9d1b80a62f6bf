package io.drydock.explore.duplicate;

import io.drydock.explore.neighbor.WeightedSum;
import io.drydock.image.hash.Orientation;
import io.drydock.image.hash.PerceptualHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pictures that look alike from afar, in any of the eight orientations. Coefficients are scaled by how much they vary
 * over the set, so that the sky over the sea, which all share, counts little. Safe for use by many threads.
 */
final class HashNeighbors {
    private static final int BLOCK = 64;
    private static final int SIDE = PerceptualHash.SIDE;
    /** Correlation by which another orientation must be better than upright to be tried. */
    private static final float CLEARLY = 0.2f;

    private static final Orientation[] ORIENTATIONS = Orientation.values();

    /** Coefficients in four runs: by parity of the vertical, then of the horizontal frequency. */
    private static final int[] ORDER = order();

    private static final int RUN = SIDE * SIDE / 4;

    private final float[][] upright;
    private final float[][] transposed;

    HashNeighbors(List<PerceptualHash> hashes) {
        float[] scale = scale(hashes);
        upright = rows(hashes, scale, false);
        transposed = rows(hashes, scale, true);
    }

    private static int[] order() {
        int[] order = new int[SIDE * SIDE];
        int at = 0;
        for (int parity = 0; parity < 4; parity++) {
            for (int u = parity / 2; u < SIDE; u += 2) {
                for (int v = parity % 2; v < SIDE; v += 2) {
                    order[at++] = u * SIDE + v;
                }
            }
        }
        return order;
    }

    /** One over the root mean square of each frequency pair; the same for (u, v) and (v, u), so that turning is fair. */
    private static float[] scale(List<PerceptualHash> hashes) {
        double[] squares = new double[SIDE * SIDE];
        for (PerceptualHash hash : hashes) {
            double length = 0;
            for (float value : hash.coefficients()) {
                length += value * value;
            }
            for (int i = 0; i < squares.length; i++) {
                squares[i] += hash.coefficients()[i] * hash.coefficients()[i] / Math.max(1e-9, length);
            }
        }
        float[] scale = new float[SIDE * SIDE];
        for (int u = 0; u < SIDE; u++) {
            for (int v = 0; v < SIDE; v++) {
                double both = squares[u * SIDE + v] + squares[v * SIDE + u];
                scale[u * SIDE + v] = both > 0 ? (float) (1 / Math.sqrt(both)) : 0;
            }
        }
        return scale;
    }

    private static float[][] rows(List<PerceptualHash> hashes, float[] scale, boolean swapped) {
        float[][] rows = new float[hashes.size()][SIDE * SIDE];
        for (int i = 0; i < rows.length; i++) {
            float[] values = hashes.get(i).coefficients();
            double length = 0;
            for (int k = 0; k < ORDER.length; k++) {
                int at = ORDER[k];
                float value = values[swapped ? at % SIDE * SIDE + at / SIDE : at] * scale[at];
                rows[i][k] = value;
                length += value * value;
            }
            float norm = length > 0 ? (float) (1 / Math.sqrt(length)) : 0;
            for (int k = 0; k < ORDER.length; k++) {
                rows[i][k] *= norm;
            }
        }
        return rows;
    }

    /**
     * The best others of the rows from {@code first} on.
     *
     * @param count at most so many a row
     * @param least correlation in [-1, 1] from which a row counts
     */
    List<Candidate> candidates(int first, int count, float least) {
        float[][][] targets = new float[(upright.length + BLOCK - 1) / BLOCK][][];
        for (int b = 0; b < targets.length; b++) {
            targets[b] = columns(b * BLOCK);
        }
        return IntStream.range(0, (upright.length - first + BLOCK - 1) / BLOCK)
                .parallel()
                .mapToObj(chunk -> chunk(first + chunk * BLOCK, targets, count, least))
                .flatMap(List::stream)
                .toList();
    }

    /** Rows from {@code start} side by side, [coefficient][{@link #BLOCK}]. */
    private float[][] columns(int start) {
        float[][] columns = new float[SIDE * SIDE][BLOCK];
        for (int j = start; j < Math.min(upright.length, start + BLOCK); j++) {
            for (int k = 0; k < SIDE * SIDE; k++) {
                columns[k][j - start] = upright[j][k];
            }
        }
        return columns;
    }

    private List<Candidate> chunk(int start, float[][][] targets, int count, float least) {
        List<Candidate> found = new ArrayList<>();
        float[][] sums = new float[4][BLOCK];
        for (int i = start; i < Math.min(upright.length, start + BLOCK); i++) {
            Best best = new Best(count, least);
            for (int b = 0; b < targets.length; b++) {
                compare(upright[i], targets[b], sums);
                offer(best, sums, i, b * BLOCK, 0);
                compare(transposed[i], targets[b], sums);
                offer(best, sums, i, b * BLOCK, 4);
            }
            best.collect(i, found);
        }
        return found;
    }

    private static void compare(float[] row, float[][] columns, float[][] sums) {
        for (int run = 0; run < 4; run++) {
            Arrays.fill(sums[run], 0);
            for (int k = run * RUN; k < (run + 1) * RUN; k += 4) {
                WeightedSum.add(
                        sums[run],
                        row[k],
                        columns[k],
                        row[k + 1],
                        columns[k + 1],
                        row[k + 2],
                        columns[k + 2],
                        row[k + 3],
                        columns[k + 3]);
            }
        }
    }

    /**
     * Mirroring changes the sign of the odd runs, so four sums give the correlation in four orientations; where rows and
     * columns are swapped, reversing the rows shows in the horizontal frequencies.
     */
    private void offer(Best best, float[][] sums, int row, int start, int firstOrientation) {
        int end = Math.min(BLOCK, upright.length - start);
        for (int j = 0; j < end; j++) {
            float ee = sums[0][j];
            float eo = sums[1][j];
            float oe = sums[2][j];
            float oo = sums[3][j];
            float same = Math.max(ee + oo + Math.abs(eo + oe), ee - oo + Math.abs(eo - oe));
            if (same > best.threshold() && start + j != row) {
                int orientation = firstOrientation;
                float value = Float.NEGATIVE_INFINITY;
                for (int o = 0; o < 4; o++) {
                    float rowSign = o >= 2 ? -1 : 1;
                    float columnSign = o % 2 == 1 ? -1 : 1;
                    float at = ee + columnSign * eo + rowSign * oe + rowSign * columnSign * oo;
                    if (at > value) {
                        value = at;
                        orientation = firstOrientation + (firstOrientation == 0 ? o : o >> 1 | (o & 1) << 1);
                    }
                }
                best.offer(start + j, value, orientation);
            }
        }
    }

    /** The orientation in which {@code first}, turned, looks clearly most like {@code second}; else upright. */
    Orientation likeliest(int first, int second) {
        float best = correlation(first, second, 0) + CLEARLY;
        int found = 0;
        for (int o = 1; o < ORIENTATIONS.length; o++) {
            float value = correlation(first, second, o);
            if (value > best) {
                best = value;
                found = o;
            }
        }
        return ORIENTATIONS[found];
    }

    /** Correlation in [-1, 1] of two rows, the first in the orientation at place {@code o}. */
    private float correlation(int first, int second, int o) {
        float[] row = o >= 4 ? transposed[first] : upright[first];
        float value = 0;
        for (int k = 0; k < ORDER.length; k++) {
            int run = k / RUN;
            boolean rows = o >= 4 ? run % 2 == 1 : run >= 2;
            boolean columns = o >= 4 ? run >= 2 : run % 2 == 1;
            boolean negative = (rows && o % 4 >= 2) ^ (columns && o % 2 == 1);
            value += (negative ? -1 : 1) * row[k] * upright[second][k];
        }
        return value;
    }

    /** The best so far, sorted by insertion. */
    private static final class Best {
        private final int[] rows;
        private final float[] values;
        private final int[] orientations;
        private final float least;
        private int filled;

        Best(int count, float least) {
            rows = new int[count];
            values = new float[count];
            orientations = new int[count];
            this.least = least;
        }

        float threshold() {
            return filled < values.length ? least : values[filled - 1];
        }

        void offer(int row, float value, int orientation) {
            int at = filled < values.length ? filled++ : filled - 1;
            while (at > 0 && values[at - 1] < value) {
                values[at] = values[at - 1];
                rows[at] = rows[at - 1];
                orientations[at] = orientations[at - 1];
                at--;
            }
            values[at] = value;
            rows[at] = row;
            orientations[at] = orientation;
        }

        void collect(int row, List<Candidate> into) {
            for (int k = 0; k < filled; k++) {
                into.add(Candidate.of(row, rows[k], ORIENTATIONS[orientations[k]]));
            }
        }
    }
}
