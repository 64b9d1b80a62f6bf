package io.drydock.network.rewrite;

import io.drydock.network.graph.BatchNorm;
import io.drydock.network.weights.FloatTensor;
import io.drydock.network.weights.WeightSet;

/** A batch norm in evaluation as {@code x * scale + shift} by channel, in double precision. */
final class Affine {
    private final double[] scale;
    private final double[] shift;

    private Affine(double[] scale, double[] shift) {
        this.scale = scale;
        this.shift = shift;
    }

    static Affine of(BatchNorm norm, WeightSet weights) {
        float[] weight = weights.tensor(norm.weight()).values();
        float[] bias = weights.tensor(norm.bias()).values();
        float[] mean = weights.tensor(norm.runningMean()).values();
        float[] variance = weights.tensor(norm.runningVar()).values();
        double[] scale = new double[norm.channels()];
        double[] shift = new double[norm.channels()];
        for (int c = 0; c < scale.length; c++) {
            scale[c] = weight[c] / Math.sqrt(variance[c] + norm.epsilon());
            shift[c] = bias[c] - mean[c] * scale[c];
        }
        return new Affine(scale, shift);
    }

    /** A kernel whose first dimension is the channel, with each channel scaled. */
    FloatTensor scaleRows(FloatTensor kernel) {
        float[] values = kernel.values();
        float[] scaled = new float[values.length];
        int row = values.length / scale.length;
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (values[i] * scale[i / row]);
        }
        return new FloatTensor(kernel.shape(), scaled);
    }

    FloatTensor apply(double[] values) {
        float[] result = new float[values.length];
        for (int c = 0; c < result.length; c++) {
            result[c] = (float) (values[c] * scale[c] + shift[c]);
        }
        return FloatTensor.vector(result);
    }

    FloatTensor scaleTensor() {
        return floats(scale);
    }

    FloatTensor shiftTensor() {
        return floats(shift);
    }

    private static FloatTensor floats(double[] values) {
        float[] result = new float[values.length];
        for (int c = 0; c < result.length; c++) {
            result[c] = (float) values[c];
        }
        return FloatTensor.vector(result);
    }
}
