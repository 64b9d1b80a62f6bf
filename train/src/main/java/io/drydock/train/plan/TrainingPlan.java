package io.drydock.train.plan;

import io.drydock.core.error.ConfigException;
import io.drydock.network.graph.BatchNorm;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Node;
import io.drydock.network.graph.WeightSpec;
import io.drydock.train.config.BatchNormMode;
import io.drydock.train.config.RateConfig;
import io.drydock.train.config.TrainConfig;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a network trains: parameter groups (a tensor in none of them stays as it is), and the batch norms that use and
 * update the statistics of each batch.
 *
 * @param groups early body, late body, head; a group may be empty
 * @param movingNorms names of batch-norm nodes
 */
public record TrainingPlan(List<ParameterGroup> groups, Set<String> movingNorms) {
    public TrainingPlan {
        groups = List.copyOf(groups);
        movingNorms = Set.copyOf(movingNorms);
    }

    /**
     * The three groups that a configuration names.
     *
     * @param network with its head
     * @throws ConfigException if a stage of the configuration is not one of the network's
     */
    public static TrainingPlan of(Network network, TrainConfig config) {
        return of(network, config.rate().bodySplit(), FrozenStages.of(network, config), config.batchNorm(network));
    }

    /** Everything in one group, every batch norm moving: a head alone. */
    public static TrainingPlan all(Network network) {
        return new TrainingPlan(
                List.of(new ParameterGroup("all", parameters(network.nodes()))), norms(network.nodes()));
    }

    /**
     * Three groups of a network with its head.
     *
     * @param split where the early body ends, in the words of {@link io.drydock.train.config.RateConfig#bodySplit}
     * @param frozen first nodes of the network, which do not train
     * @throws ConfigException if a stage is not one of the network's
     */
    public static TrainingPlan of(Network network, String split, List<Node> frozen, BatchNormMode mode) {
        List<Node> head = network.headNodes();
        List<Node> body = network.nodes().subList(0, network.nodes().size() - head.size());
        Set<String> frozenTensors = parameters(frozen);
        Set<String> early = new LinkedHashSet<>(early(network, body, split));
        Set<String> late = new LinkedHashSet<>(parameters(body));
        late.removeAll(early);
        early.removeAll(frozenTensors);
        late.removeAll(frozenTensors);
        Set<String> moving = new HashSet<>(mode == BatchNormMode.FIXED_ALL ? Set.of() : norms(head));
        if (mode == BatchNormMode.TRAINED) {
            moving.addAll(norms(body.subList(frozen.size(), body.size())));
        }
        return new TrainingPlan(
                List.of(
                        new ParameterGroup("early body", early),
                        new ParameterGroup("late body", late),
                        new ParameterGroup("head", parameters(head))),
                moving);
    }

    private static Set<String> early(Network network, List<Node> body, String split) {
        List<String> tensors = List.copyOf(parameters(body));
        if (split.equals("auto") && network.stage("layer2").isPresent()) {
            return parameters(FrozenStages.through(network, "layer2", "rate.body_split"));
        }
        if (split.equals(RateConfig.FAMILY)) {
            return network.stage("layer2").isPresent()
                    ? parameters(FrozenStages.through(network, "layer2", "rate.body_split"))
                    : parameters(body);
        }
        if (split.equals("auto") || split.matches("0?\\.\\d+|[01]")) {
            double share = split.equals("auto") ? 0.5 : Double.parseDouble(split);
            return new LinkedHashSet<>(tensors.subList(0, (int) (tensors.size() * share)));
        }
        return parameters(FrozenStages.through(network, split, "rate.body_split"));
    }

    private static Set<String> parameters(List<Node> nodes) {
        Set<String> names = new LinkedHashSet<>();
        for (Node node : nodes) {
            node.weights().stream()
                    .filter(spec -> spec.role().parameter())
                    .map(WeightSpec::name)
                    .forEach(names::add);
        }
        return Collections.unmodifiableSet(names);
    }

    private static Set<String> norms(List<Node> nodes) {
        Set<String> names = new HashSet<>();
        nodes.stream().filter(BatchNorm.class::isInstance).map(Node::name).forEach(names::add);
        return names;
    }
}
