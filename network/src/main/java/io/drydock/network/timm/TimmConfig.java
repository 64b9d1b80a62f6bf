package io.drydock.network.timm;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.ImageSize;
import io.drydock.core.data.Normalization;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.WeightSpec;
import io.drydock.network.zoo.ModelInfo;
import io.drydock.network.zoo.ModelZoo;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The {@code config.json} that timm reads beside {@code model.safetensors}, for {@code
 * timm.create_model("local-dir:FOLDER", pretrained=True)}. Safe for use by many threads.
 */
public final class TimmConfig {
    private static final JsonMapper JSON = new JsonMapper();

    private TimmConfig() {}

    /**
     * The file's text.
     *
     * @param size in pixels of the images that the weights expect
     */
    public static String json(ModelInfo model, ClassList classes, ImageSize size, Normalization normalization) {
        return tree(model, classes, size, normalization).toPrettyString() + "\n";
    }

    /** The same as a tree, for a writer that adds keys of its own; timm ignores those it does not know. */
    public static ObjectNode tree(ModelInfo model, ClassList classes, ImageSize size, Normalization normalization) {
        ObjectNode root = JSON.createObjectNode();
        root.put("architecture", model.name()).put("num_classes", classes.size());
        Network network = ModelZoo.create(model.name());
        root.put("num_features", network.pooledWidth());
        classes.codes().forEach(root.putArray("label_names")::add);
        ObjectNode descriptions = root.putObject("label_descriptions");
        classes.classes().forEach(label -> descriptions.put(label.code(), label.name()));
        ObjectNode pretrained = root.putObject("pretrained_cfg");
        pretrained.putArray("input_size").add(3).add(size.height()).add(size.width());
        pretrained.put("fixed_input_size", false).put("interpolation", model.interpolation());
        pretrained.put("crop_pct", 1.0).put("num_classes", classes.size());
        numbers(pretrained.putArray("mean"), normalization.mean());
        numbers(pretrained.putArray("std"), normalization.std());
        List<String> kernels = kernels(network);
        pretrained.put("first_conv", kernels.get(0)).put("classifier", kernels.get(kernels.size() - 1));
        return root;
    }

    /** Names of the modules with a kernel, in order of computation. */
    private static List<String> kernels(Network network) {
        return network.weights().stream()
                .filter(spec -> spec.role() == WeightSpec.Role.KERNEL)
                .map(spec -> spec.name().replaceFirst("\\.weight$", ""))
                .toList();
    }

    private static void numbers(ArrayNode array, List<Double> values) {
        values.forEach(array::add);
    }
}
