package io.drydock.network.zoo;

import io.drydock.core.data.ImageSize;
import io.drydock.core.data.Normalization;
import io.drydock.core.error.ConfigException;
import io.drydock.core.text.Suggestion;
import io.drydock.network.graph.Network;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** All models by timm's name. Safe for use by many threads. */
public final class ModelZoo {
    /** Classes of the published weights. */
    public static final int IMAGENET_CLASSES = 1000;

    private static final Map<String, Entry> ENTRIES = entries();

    private record Entry(ModelInfo info, IntFunction<Network> network) {}

    private ModelZoo() {}

    /** Names of all models, families together, small before large. */
    public static List<String> names() {
        return List.copyOf(ENTRIES.keySet());
    }

    /**
     * The network with timm's classifier for the 1000 classes of ImageNet.
     *
     * @throws ConfigException if no model has that name
     */
    public static Network create(String name) {
        return create(name, IMAGENET_CLASSES);
    }

    /**
     * The network with timm's linear classifier for that many classes.
     *
     * @throws ConfigException if no model has that name
     */
    public static Network create(String name, int classes) {
        return entry(name).network().apply(classes);
    }

    /**
     * What is known of a model.
     *
     * @throws ConfigException if no model has that name
     */
    public static ModelInfo info(String name) {
        return entry(name).info();
    }

    private static Entry entry(String name) {
        return Optional.ofNullable(ENTRIES.get(name)).orElseThrow(() -> unknown(name));
    }

    private static ConfigException unknown(String name) {
        return new ConfigException("\"" + name + "\" is not a model that Drydock knows (" + String.join(", ", names())
                + ")." + Suggestion.didYouMean(name, names()));
    }

    private static Map<String, Entry> entries() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        resnet(entries, "resnet18", "a1_in1k", false, 2, 2, 2, 2);
        resnet(entries, "resnet34", "a1_in1k", false, 3, 4, 6, 3);
        resnet(entries, "resnet50", "a1_in1k", true, 3, 4, 6, 3);
        resnet(entries, "resnet101", "a1h_in1k", true, 3, 4, 23, 3);
        resnet(entries, "resnet152", "a1h_in1k", true, 3, 8, 36, 3);
        ModelInfo dense = info("densenet121", "ra_in1k", Normalization.IMAGENET, 224);
        entries.put(dense.name(), new Entry(dense, new DenseNet(dense.name(), List.of(6, 12, 24, 16), 32)::network));
        lite(entries, "tf_efficientnet_lite0", 1.0, 1.0, 224);
        lite(entries, "tf_efficientnet_lite1", 1.0, 1.1, 240);
        lite(entries, "tf_efficientnet_lite2", 1.1, 1.2, 260);
        return Collections.unmodifiableMap(entries);
    }

    private static void resnet(
            Map<String, Entry> entries, String name, String tag, boolean bottleneck, Integer... depths) {
        ResNet resnet = new ResNet(name, List.of(depths), bottleneck);
        entries.put(name, new Entry(info(name, tag, Normalization.IMAGENET, 224), resnet::network));
    }

    private static void lite(Map<String, Entry> entries, String name, double width, double depth, int size) {
        EfficientNetLite lite = new EfficientNetLite(name, width, depth);
        entries.put(name, new Entry(info(name, "in1k", Normalization.HALF, size), lite::network));
    }

    private static ModelInfo info(String name, String tag, Normalization normalization, int size) {
        return new ModelInfo(
                name,
                normalization,
                "bicubic",
                "timm/" + name + "." + tag,
                new ImageSize(size, size),
                name.equals("tf_efficientnet_lite0"));
    }
}
