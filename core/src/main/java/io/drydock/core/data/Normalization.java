package io.drydock.core.data;

import java.util.List;

/** Per-channel mean and standard deviation (RGB, on pixels in [0, 1]) that a backbone was trained with. */
public record Normalization(List<Double> mean, List<Double> std) {
    /** ImageNet's statistics, used by ResNet and DenseNet. */
    public static final Normalization IMAGENET =
            new Normalization(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225));

    /** Maps [0, 1] to [-1, 1], used by EfficientNet-Lite. */
    public static final Normalization HALF = new Normalization(List.of(0.5, 0.5, 0.5), List.of(0.5, 0.5, 0.5));

    public Normalization {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        if (mean.size() != 3 || std.size() != 3 || std.stream().anyMatch(value -> !(value > 0))) {
            throw new IllegalArgumentException(
                    "need three means and three positive deviations, were " + mean + ", " + std);
        }
    }
}
