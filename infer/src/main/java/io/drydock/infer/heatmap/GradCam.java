package io.drydock.infer.heatmap;

import io.drydock.infer.FeatureMap;
import io.drydock.network.Model;
import java.util.ArrayList;
import java.util.List;

/**
 * Grad-CAM (Selvaraju et al., arXiv:1610.02391) of a class: the last feature map's channels, each weighted by the mean
 * gradient of the class's logit, summed and cut at 0. The gradient is exact, backpropagated through the model's head in
 * plain Java. Safe for use by many threads.
 */
public final class GradCam {
    private final Head head;

    private GradCam(Head head) {
        this.head = head;
    }

    /**
     * Grad-CAM through the head of a model, folded or not.
     *
     * @throws io.drydock.core.error.WeightsException if the head is not a global pooling followed by linear layers,
     *     norms and ReLU
     */
    public static GradCam of(Model model) {
        return new GradCam(Head.of(model));
    }

    /**
     * The heat map of a class.
     *
     * @param classIndex whose logit is explained
     */
    public HeatMap map(FeatureMap features, int classIndex) {
        double[] gradient = gradient(features, classIndex);
        int area = features.area();
        double[] sum = new double[area];
        for (int c = 0; c < features.channels(); c++) {
            double weight = 0;
            for (int i = 0; i < area; i++) {
                weight += gradient[c * area + i];
            }
            weight /= area;
            for (int i = 0; i < area; i++) {
                sum[i] += weight * features.values()[c * area + i];
            }
        }
        float[] values = new float[area];
        for (int i = 0; i < area; i++) {
            values[i] = (float) Math.max(0, sum[i]);
        }
        return new HeatMap(features.height(), features.width(), values);
    }

    /** Logits of a feature map: what the head makes of it. */
    public double[] logits(FeatureMap features) {
        List<double[]> inputs = forward(Pooling.of(head.pooling(), features));
        return inputs.get(inputs.size() - 1);
    }

    /** Gradient of a class's logit with respect to the feature map, [channels, height, width] row-major. */
    public double[] gradient(FeatureMap features, int classIndex) {
        Pooling pooling = Pooling.of(head.pooling(), features);
        List<double[]> inputs = forward(pooling);
        double[] logits = inputs.get(inputs.size() - 1);
        if (classIndex < 0 || classIndex >= logits.length) {
            throw new IllegalArgumentException("class index " + classIndex + " is outside 0.." + (logits.length - 1));
        }
        double[] gradient = new double[logits.length];
        gradient[classIndex] = 1;
        for (int l = head.layers().size() - 1; l >= 0; l--) {
            gradient = head.layers().get(l).backward(inputs.get(l), gradient);
        }
        return pooling.backward(gradient);
    }

    /** Input of each layer, and last the logits. */
    private List<double[]> forward(Pooling pooling) {
        List<double[]> inputs = new ArrayList<>();
        inputs.add(pooling.pooled());
        for (HeadLayer layer : head.layers()) {
            inputs.add(layer.forward(inputs.get(inputs.size() - 1)));
        }
        return inputs;
    }
}
