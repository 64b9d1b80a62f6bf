package io.drydock.train.plan;

import io.drydock.core.data.ImageSize;
import io.drydock.core.error.ConfigException;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Node;
import io.drydock.network.graph.Shape;
import io.drydock.network.graph.Stage;
import io.drydock.train.config.BodyConfig;
import io.drydock.train.config.TrainConfig;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which nodes of a body never train, in the words of {@link BodyConfig#freezeTo}. What a network learns first it learns alike
 * for most pictures (Yosinski et al., 2014), and its first stages, where maps are largest, cost most of a training step.
 */
public final class FrozenStages {
    /** Any size will do at which all networks of the zoo have whole maps. */
    private static final ImageSize PROBE = new ImageSize(224, 224);

    private static final int FINEST_SHARE = 4;

    private FrozenStages() {}

    /**
     * The first nodes of the network, in order.
     *
     * @throws ConfigException if a stage of the configuration is not one of the network's
     */
    public static List<Node> of(Network network, TrainConfig config) {
        boolean fromScratch = config.weights().equals(TrainConfig.FROM_SCRATCH);
        String freezeTo = config.body().freezeTo();
        return fromScratch && freezeTo.equals(BodyConfig.FINE_STAGES) ? List.of() : of(network, freezeTo);
    }

    /** The first nodes of a pretrained network, in order, as {@link BodyConfig#freezeTo} names them. */
    public static List<Node> of(Network network, String freezeTo) {
        if (freezeTo.equals(BodyConfig.TRAIN_ALL)) {
            return List.of();
        }
        return freezeTo.equals(BodyConfig.FINE_STAGES) ? fine(network) : through(network, freezeTo, "body.freeze_to");
    }

    /** Stages whose output has at least a quarter of the picture's height. */
    private static List<Node> fine(Network network) {
        Map<String, Shape> shapes = network.shapes(PROBE);
        List<Node> fine = List.of();
        for (Stage stage : network.stages()) {
            Shape shape = shapes.get(stage.lastNode());
            if (shape == null || shape.height() * FINEST_SHARE < PROBE.height()) {
                break;
            }
            fine = network.nodesThrough(stage);
        }
        return fine;
    }

    /** Nodes up to and with the stage of that name, which stands under that key of the configuration. */
    static List<Node> through(Network network, String name, String key) {
        Stage stage = network.stage(name)
                .orElseThrow(() -> new ConfigException(String.format(
                        "%s: %s has no stage \"%s\". Its stages are %s.",
                        key,
                        network.name(),
                        name,
                        network.stages().stream().map(Stage::name).collect(Collectors.joining(", ")))));
        return network.nodesThrough(stage);
    }
}
