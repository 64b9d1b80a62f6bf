package io.drydock.explore.probe;

import io.drydock.explore.linear.LeadingSubspace;
import io.drydock.explore.linear.Rows;
import java.util.List;

/** Makes of pooled features what a linear probe reads best. Safe for use by many threads. */
public final class ProbeInput {
    /** Dimensions kept; more changes no ranking on the ship set. */
    private static final int DIMENSIONS = 512;

    private ProbeInput() {}

    /**
     * One input of one encoder: square roots of the features with their signs (few large activations would drown the rest),
     * the mean over views, the leading subspace, scaled so that the mean squared length is 1.
     *
     * @param views [n][d] features of each view of the same images, at least one
     * @return [n][at most 512]
     */
    public static float[][] of(List<float[][]> views) {
        int n = views.get(0).length;
        int width = n == 0 ? 0 : views.get(0)[0].length;
        float[][] mean = new float[n][width];
        for (float[][] view : views) {
            for (int i = 0; i < n; i++) {
                for (int d = 0; d < width; d++) {
                    float value = view[i][d];
                    mean[i][d] += Math.copySign((float) Math.sqrt(Math.abs(value)), value) / views.size();
                }
            }
        }
        float[][] reduced = LeadingSubspace.of(mean, DIMENSIONS, 0).project(mean);
        double squared = 0;
        for (float[] row : reduced) {
            squared += Rows.dot(row, row);
        }
        float scale = (float) (1 / Math.sqrt(Math.max(squared / Math.max(1, n), 1e-20)));
        for (float[] row : reduced) {
            for (int d = 0; d < row.length; d++) {
                row[d] *= scale;
            }
        }
        return reduced;
    }
}
