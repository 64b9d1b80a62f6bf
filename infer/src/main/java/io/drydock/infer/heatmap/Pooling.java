package io.drydock.infer.heatmap;

import io.drydock.infer.FeatureMap;
import io.drydock.network.graph.GlobalPool;
import java.util.Arrays;

/**
 * The pooled vector of a feature map, with the place each channel's largest value came from (the first, on a tie).
 *
 * @param pooled in the order of the head's input: largest values first where both are pooled
 * @param largestAt place of each channel's largest value
 */
record Pooling(GlobalPool.Kind kind, FeatureMap map, double[] pooled, int[] largestAt) {
    static Pooling of(GlobalPool.Kind kind, FeatureMap map) {
        int channels = map.channels();
        int area = map.area();
        double[] mean = new double[channels];
        double[] max = new double[channels];
        int[] largestAt = new int[channels];
        for (int c = 0; c < channels; c++) {
            int best = c * area;
            double sum = 0;
            for (int i = c * area; i < (c + 1) * area; i++) {
                sum += map.values()[i];
                best = map.values()[i] > map.values()[best] ? i : best;
            }
            mean[c] = sum / area;
            max[c] = map.values()[best];
            largestAt[c] = best - c * area;
        }
        double[] pooled = switch (kind) {
            case AVERAGE -> mean;
            case MAX -> max;
            case MAX_AND_AVERAGE -> {
                double[] both = new double[2 * channels];
                System.arraycopy(max, 0, both, 0, channels);
                System.arraycopy(mean, 0, both, channels, channels);
                yield both;
            }
        };
        return new Pooling(kind, map, pooled, largestAt);
    }

    /** Gradient with respect to the feature map, row-major, from the one with respect to the pooled vector. */
    double[] backward(double[] gradient) {
        int channels = map.channels();
        int area = map.area();
        double[] result = new double[channels * area];
        int averageFrom = kind == GlobalPool.Kind.MAX_AND_AVERAGE ? channels : 0;
        for (int c = 0; c < channels; c++) {
            if (kind != GlobalPool.Kind.MAX) {
                Arrays.fill(result, c * area, (c + 1) * area, gradient[averageFrom + c] / area);
            }
            if (kind != GlobalPool.Kind.AVERAGE) {
                result[c * area + largestAt[c]] += gradient[c];
            }
        }
        return result;
    }
}
