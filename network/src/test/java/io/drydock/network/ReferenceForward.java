package io.drydock.network;

import io.drydock.network.graph.Activation;
import io.drydock.network.graph.Add;
import io.drydock.network.graph.AveragePool;
import io.drydock.network.graph.BatchNorm;
import io.drydock.network.graph.Concat;
import io.drydock.network.graph.Conv;
import io.drydock.network.graph.Dropout;
import io.drydock.network.graph.GlobalPool;
import io.drydock.network.graph.Linear;
import io.drydock.network.graph.MaxPool;
import io.drydock.network.graph.Node;
import io.drydock.network.graph.NodeVisitor;
import io.drydock.network.graph.Padding;
import io.drydock.network.graph.ScaleShift;
import io.drydock.network.graph.Shape;
import io.drydock.network.weights.FloatTensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Evaluates a network for one image by the plainest loops, to check definitions and rewrites. For one thread at a time. */
public final class ReferenceForward implements NodeVisitor<float[]> {
    private final Model model;
    private final Map<String, float[]> values = new HashMap<>();
    private final Map<String, Shape> shapes;

    private ReferenceForward(Model model, Shape input, float[] values) {
        this.model = model;
        this.shapes = new HashMap<>(model.network().shapes(input));
        this.shapes.put(model.network().input(), input);
        this.values.put(model.network().input(), values);
    }

    /** Value of every node, row-major. */
    public static Map<String, float[]> of(Model model, Shape input, float[] image) {
        ReferenceForward forward = new ReferenceForward(model, input, image);
        for (Node node : model.network().nodes()) {
            forward.values.put(node.name(), node.accept(forward));
        }
        return forward.values;
    }

    private float[] weight(String name) {
        return model.weights().tensor(name).values();
    }

    @Override
    public float[] activation(Activation node) {
        float[] out = values.get(node.input()).clone();
        float top = node.kind() == Activation.Kind.RELU6 ? 6 : Float.MAX_VALUE;
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.min(Math.max(out[i], 0), top);
        }
        return out;
    }

    @Override
    public float[] add(Add node) {
        float[] out = values.get(node.left()).clone();
        float[] right = values.get(node.right());
        for (int i = 0; i < out.length; i++) {
            out[i] += right[i];
        }
        return out;
    }

    @Override
    public float[] averagePool(AveragePool node) {
        return pool(node.name(), node.input(), node.kernel(), node.stride(), node.padding(), false);
    }

    @Override
    public float[] maxPool(MaxPool node) {
        return pool(node.name(), node.input(), node.kernel(), node.stride(), node.padding(), true);
    }

    private float[] pool(String name, String input, int kernel, int stride, Padding padding, boolean max) {
        Shape in = shapes.get(input);
        Shape out = shapes.get(name);
        Padding.Explicit pad = padding.resolve(in.height(), in.width(), kernel, kernel, stride);
        float[] from = values.get(input);
        float[] to = new float[(int) out.size()];
        for (int c = 0, o = 0; c < out.channels(); c++) {
            for (int y = 0; y < out.height(); y++) {
                for (int x = 0; x < out.width(); x++, o++) {
                    float largest = Float.NEGATIVE_INFINITY;
                    double sum = 0;
                    for (int ky = 0; ky < kernel; ky++) {
                        for (int kx = 0; kx < kernel; kx++) {
                            int iy = y * stride + ky - pad.top();
                            int ix = x * stride + kx - pad.left();
                            if (iy >= 0 && iy < in.height() && ix >= 0 && ix < in.width()) {
                                float value = from[(c * in.height() + iy) * in.width() + ix];
                                largest = Math.max(largest, value);
                                sum += value;
                            }
                        }
                    }
                    to[o] = max ? largest : (float) (sum / (kernel * kernel));
                }
            }
        }
        return to;
    }

    @Override
    public float[] batchNorm(BatchNorm node) {
        float[] scale = weight(node.weight()).clone();
        float[] shift = weight(node.bias()).clone();
        for (int c = 0; c < scale.length; c++) {
            scale[c] /= (float) Math.sqrt(weight(node.runningVar())[c] + node.epsilon());
            shift[c] -= weight(node.runningMean())[c] * scale[c];
        }
        return scaled(node.input(), scale, shift);
    }

    @Override
    public float[] scaleShift(ScaleShift node) {
        return scaled(node.input(), weight(node.weight()), weight(node.bias()));
    }

    private float[] scaled(String input, float[] scale, float[] shift) {
        float[] out = values.get(input).clone();
        int area = out.length / scale.length;
        for (int i = 0; i < out.length; i++) {
            out[i] = out[i] * scale[i / area] + shift[i / area];
        }
        return out;
    }

    @Override
    public float[] concat(Concat node) {
        float[] out = new float[(int) shapes.get(node.name()).size()];
        int at = 0;
        for (String input : node.inputs()) {
            float[] part = values.get(input);
            System.arraycopy(part, 0, out, at, part.length);
            at += part.length;
        }
        return out;
    }

    @Override
    public float[] conv(Conv node) {
        Shape in = shapes.get(node.input());
        Shape out = shapes.get(node.name());
        Padding.Explicit pad =
                node.padding().resolve(in.height(), in.width(), node.kernelHeight(), node.kernelWidth(), node.stride());
        float[] from = values.get(node.input());
        float[] kernel = weight(node.weight());
        float[] to = new float[(int) out.size()];
        int inGroup = node.inChannels() / node.groups();
        int outGroup = node.outChannels() / node.groups();
        for (int oc = 0; oc < out.channels(); oc++) {
            float bias = node.bias().isPresent() ? weight(node.bias().get())[oc] : 0;
            Arrays.fill(to, oc * out.height() * out.width(), (oc + 1) * out.height() * out.width(), bias);
            for (int g = 0; g < inGroup; g++) {
                int ic = oc / outGroup * inGroup + g;
                for (int ky = 0; ky < node.kernelHeight(); ky++) {
                    for (int kx = 0; kx < node.kernelWidth(); kx++) {
                        float k = kernel[((oc * inGroup + g) * node.kernelHeight() + ky) * node.kernelWidth() + kx];
                        for (int y = 0; y < out.height(); y++) {
                            int iy = y * node.stride() + ky - pad.top();
                            if (iy < 0 || iy >= in.height()) {
                                continue;
                            }
                            int row = (ic * in.height() + iy) * in.width();
                            int target = (oc * out.height() + y) * out.width();
                            for (int x = 0; x < out.width(); x++) {
                                int ix = x * node.stride() + kx - pad.left();
                                if (ix >= 0 && ix < in.width()) {
                                    to[target + x] += k * from[row + ix];
                                }
                            }
                        }
                    }
                }
            }
        }
        return to;
    }

    @Override
    public float[] dropout(Dropout node) {
        return values.get(node.input());
    }

    @Override
    public float[] globalPool(GlobalPool node) {
        float[] from = values.get(node.input());
        int channels = shapes.get(node.input()).channels();
        int area = from.length / channels;
        float[] largest = new float[channels];
        float[] mean = new float[channels];
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            largest[c] = Float.NEGATIVE_INFINITY;
            for (int i = c * area; i < (c + 1) * area; i++) {
                sum += from[i];
                largest[c] = Math.max(largest[c], from[i]);
            }
            mean[c] = (float) (sum / area);
        }
        return switch (node.kind()) {
            case AVERAGE -> mean;
            case MAX -> largest;
            case MAX_AND_AVERAGE -> {
                float[] both = Arrays.copyOf(largest, 2 * channels);
                System.arraycopy(mean, 0, both, channels, channels);
                yield both;
            }
        };
    }

    @Override
    public float[] linear(Linear node) {
        float[] from = values.get(node.input());
        float[] kernel = weight(node.weight());
        float[] to = new float[node.outFeatures()];
        for (int o = 0; o < to.length; o++) {
            double sum = node.bias().isPresent() ? weight(node.bias().get())[o] : 0;
            for (int i = 0; i < from.length; i++) {
                sum += (double) kernel[o * from.length + i] * from[i];
            }
            to[o] = (float) sum;
        }
        return to;
    }

    /** One image of a batch [n, ...]. */
    public static float[] row(FloatTensor batch, int index) {
        int size = batch.size() / batch.shape()[0];
        return Arrays.copyOfRange(batch.values(), index * size, (index + 1) * size);
    }

    /** Largest difference as a share of the largest wanted value. */
    public static double relativeError(float[] found, float[] wanted) {
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < wanted.length; i++) {
            difference = Math.max(difference, Math.abs(found[i] - wanted[i]));
            largest = Math.max(largest, Math.abs(wanted[i]));
        }
        return difference / largest;
    }
}
