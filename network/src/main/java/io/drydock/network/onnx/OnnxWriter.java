package io.drydock.network.onnx;

import io.drydock.core.error.WeightsException;
import io.drydock.core.file.AtomicFile;
import io.drydock.core.file.Existing;
import io.drydock.network.Model;
import io.drydock.network.graph.Network;
import io.drydock.network.onnx.OnnxGraph.Dimension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a model as an ONNX file (opset 17): float input {@code image} [n, 3, height, width] in RGB, already
 * normalized, of any batch size and, unless fixed, of any height and width; outputs as {@link OnnxOptions} says.
 * The same model and options give the same bytes. The last text of the metadata is a {@link GraphChecksum}. Safe for use by many threads.
 */
public final class OnnxWriter {
    /** Name of the input. */
    public static final String IMAGE = "image";
    /** Output [n, classes]. */
    public static final String LOGITS = "logits";
    /** Output [n, classes]. */
    public static final String PROBABILITIES = "probabilities";
    /** Output [n, width]: pooled features. */
    public static final String FEATURES = "features";
    /** Output [n, channels, height, width]: the backbone's last activation. */
    public static final String FEATURE_MAP = "feature_map";

    private OnnxWriter() {}

    /**
     * The whole file as bytes. A model cut to its backbone has no logits; its output is {@code features}.
     *
     * @throws WeightsException if an output is asked for that the network does not have
     */
    public static byte[] toBytes(Model model, OnnxOptions options) {
        ProtoMessage file = file(model, options);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.toIntExact(file.size()));
        try {
            file.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes the file, which appears complete or not at all.
     *
     * @throws WeightsException if an output is asked for that the network does not have
     * @throws io.drydock.core.error.WorkspaceException if the file cannot be written
     */
    public static void write(Model model, OnnxOptions options, Path file) {
        AtomicFile.write(file, file(model, options)::writeTo, Existing.REPLACE);
    }

    private static ProtoMessage file(Model model, OnnxOptions options) {
        Network network = model.network();
        OnnxGraph graph = new OnnxGraph();
        OnnxNodes nodes = new OnnxNodes(graph, model, options.fixedSize());
        boolean classifier = !network.output().equals(network.pooled());
        nodes.nameValue(network.input(), IMAGE);
        if (classifier) {
            nodes.nameValue(network.output(), LOGITS);
        }
        nodes.nameValue(network.pooled(), FEATURES);
        nodes.nameValue(network.featureMap(), FEATURE_MAP);
        graph.input(IMAGE, imageDimensions(options));
        network.nodes().forEach(node -> node.accept(nodes));
        outputs(graph, network, options, classifier);
        return GraphChecksum.added(graph.file(network.name(), options.metadata()));
    }

    private static void outputs(OnnxGraph graph, Network network, OnnxOptions options, boolean classifier) {
        if (options.probabilities()) {
            require(classifier, network, PROBABILITIES);
            graph.add(new OnnxOp("Softmax", List.of(LOGITS), PROBABILITIES).integer("axis", -1));
            graph.output(PROBABILITIES, vectors(network.outputWidth()));
        }
        if (options.logits() && classifier) {
            graph.output(LOGITS, vectors(network.outputWidth()));
        }
        if (options.features() || !classifier) {
            require(!network.pooled().isEmpty(), network, FEATURES);
            graph.output(FEATURES, vectors(network.pooledWidth()));
        }
        if (options.featureMap()) {
            require(!network.featureMap().isEmpty(), network, FEATURE_MAP);
            List<Dimension> dimensions = new ArrayList<>(vectors(network.channels(network.featureMap())));
            dimensions.add(Dimension.free("feature_height"));
            dimensions.add(Dimension.free("feature_width"));
            graph.output(FEATURE_MAP, dimensions);
        }
    }

    private static List<Dimension> vectors(int width) {
        return List.of(Dimension.free("n"), Dimension.of(width));
    }

    private static List<Dimension> imageDimensions(OnnxOptions options) {
        return List.of(
                Dimension.free("n"),
                Dimension.of(3),
                options.fixedSize().map(size -> Dimension.of(size.height())).orElseGet(() -> Dimension.free("height")),
                options.fixedSize().map(size -> Dimension.of(size.width())).orElseGet(() -> Dimension.free("width")));
    }

    private static void require(boolean present, Network network, String output) {
        if (!present) {
            throw new WeightsException(
                    "This part of " + network.name() + " has no output \"" + output + "\" to export.");
        }
    }
}
