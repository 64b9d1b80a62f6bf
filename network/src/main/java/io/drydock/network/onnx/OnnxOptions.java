package io.drydock.network.onnx;

import io.drydock.core.data.ClassLabel;
import io.drydock.core.data.ClassList;
import io.drydock.core.data.ImageSize;
import io.drydock.core.data.Normalization;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an exported graph offers beside its logits.
 *
 * @param logits whether the classifier's output is an output {@code logits} [n, classes]
 * @param probabilities whether its softmax is an output {@code probabilities} [n, classes]
 * @param features whether the pooled features are an output {@code features} [n, width]
 * @param featureMap whether the last activation is an output {@code feature_map} [n, channels, height, width]
 * @param fixedSize a fixed height and width; without it any size goes in
 * @param metadata key and value texts stored in the file
 */
public record OnnxOptions(
        boolean logits,
        boolean probabilities,
        boolean features,
        boolean featureMap,
        Optional<ImageSize> fixedSize,
        Map<String, String> metadata) {
    /** Key of the classes' codes, one a line. */
    public static final String CLASSES = "classes";
    /** Key of the classes' names, one a line. */
    public static final String CLASS_NAMES = "class_names";
    /** Key of the image size, HEIGHTxWIDTH. */
    public static final String SIZE = "size";
    /** Key of the channel means, separated by commas. */
    public static final String MEAN = "mean";
    /** Key of the channel deviations, separated by commas. */
    public static final String STD = "std";

    /** Logits alone. */
    public static final OnnxOptions LOGITS = new OnnxOptions(true, false, false, false, Optional.empty(), Map.of());

    public OnnxOptions {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** Also softmax probabilities. */
    public OnnxOptions withProbabilities() {
        return new OnnxOptions(logits, true, features, featureMap, fixedSize, metadata);
    }

    /** Also pooled features. */
    public OnnxOptions withFeatures() {
        return new OnnxOptions(logits, probabilities, true, featureMap, fixedSize, metadata);
    }

    /** Also the last feature map, for heat maps. */
    public OnnxOptions withFeatureMap() {
        return new OnnxOptions(logits, probabilities, features, true, fixedSize, metadata);
    }

    /** No logits: for features or probabilities alone. */
    public OnnxOptions withoutLogits() {
        return new OnnxOptions(false, probabilities, features, featureMap, fixedSize, metadata);
    }

    /** Only images of this size. */
    public OnnxOptions withFixedSize(ImageSize size) {
        return new OnnxOptions(logits, probabilities, features, featureMap, Optional.of(size), metadata);
    }

    /** One more text in the file's metadata. */
    public OnnxOptions withMetadata(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(metadata);
        more.put(key, value);
        return new OnnxOptions(logits, probabilities, features, featureMap, fixedSize, more);
    }

    /** Stores what a user of the file must know: the classes in order, the image size and the normalization. */
    public OnnxOptions describing(ClassList classes, ImageSize size, Normalization normalization) {
        return withMetadata(CLASSES, String.join("\n", classes.codes()))
                .withMetadata(
                        CLASS_NAMES,
                        classes.classes().stream().map(ClassLabel::name).collect(Collectors.joining("\n")))
                .withMetadata(SIZE, size.toString())
                .withMetadata(MEAN, commas(normalization.mean()))
                .withMetadata(STD, commas(normalization.std()));
    }

    private static String commas(List<Double> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
