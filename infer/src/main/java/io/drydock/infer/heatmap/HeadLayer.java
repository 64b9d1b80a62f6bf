package io.drydock.infer.heatmap;

import io.drydock.network.weights.FloatTensor;

/** A layer of a head in evaluation mode, over one vector, with its backward pass. */
sealed interface HeadLayer {
    /** Output for an input vector. */
    double[] forward(double[] input);

    /**
     * Gradient with respect to the input, from the one with respect to the output.
     *
     * @param input as forward saw it
     */
    double[] backward(double[] input, double[] gradient);

    /** Matrix product with an optional bias: weight [out, in]. */
    record Dense(FloatTensor weight, float[] bias) implements HeadLayer {
        @Override
        public double[] forward(double[] input) {
            float[] w = weight.values();
            double[] output = new double[bias.length];
            for (int o = 0; o < output.length; o++) {
                double sum = bias[o];
                for (int i = 0; i < input.length; i++) {
                    sum += w[o * input.length + i] * input[i];
                }
                output[o] = sum;
            }
            return output;
        }

        @Override
        public double[] backward(double[] input, double[] gradient) {
            float[] w = weight.values();
            double[] result = new double[input.length];
            for (int o = 0; o < gradient.length; o++) {
                if (gradient[o] != 0) {
                    for (int i = 0; i < result.length; i++) {
                        result[i] += gradient[o] * w[o * input.length + i];
                    }
                }
            }
            return result;
        }
    }

    /** A factor and an offset for each number: batch norm in evaluation mode. */
    record Scale(double[] factor, double[] offset) implements HeadLayer {
        @Override
        public double[] forward(double[] input) {
            double[] output = new double[input.length];
            for (int i = 0; i < input.length; i++) {
                output[i] = input[i] * factor[i] + offset[i];
            }
            return output;
        }

        @Override
        public double[] backward(double[] input, double[] gradient) {
            double[] result = new double[input.length];
            for (int i = 0; i < input.length; i++) {
                result[i] = gradient[i] * factor[i];
            }
            return result;
        }
    }

    /** max(0, x). */
    record Relu() implements HeadLayer {
        @Override
        public double[] forward(double[] input) {
            double[] output = input.clone();
            for (int i = 0; i < output.length; i++) {
                output[i] = Math.max(0, output[i]);
            }
            return output;
        }

        @Override
        public double[] backward(double[] input, double[] gradient) {
            double[] result = new double[input.length];
            for (int i = 0; i < input.length; i++) {
                result[i] = input[i] > 0 ? gradient[i] : 0;
            }
            return result;
        }
    }
}
