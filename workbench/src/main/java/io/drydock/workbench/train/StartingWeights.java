package io.drydock.workbench.train;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.Normalization;
import io.drydock.core.error.ConfigException;
import io.drydock.core.random.RandomStream;
import io.drydock.network.Model;
import io.drydock.network.graph.Network;
import io.drydock.network.rewrite.Cut;
import io.drydock.network.rewrite.InitialWeights;
import io.drydock.network.source.HubWeights;
import io.drydock.network.source.LoadedWeights;
import io.drydock.network.source.WeightSource;
import io.drydock.network.zoo.ModelZoo;
import io.drydock.train.config.TrainConfig;
import io.drydock.train.loop.StartingModel;
import io.drydock.workbench.run.RunCard;
import io.drydock.workbench.run.RunDocument;
import io.drydock.workbench.run.RunNetwork;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.run.RunFolder;
import java.util.Locale;
import java.util.Optional;

/**
 * The model that a training begins with, and what its weights expect of a picture.
 *
 * @param model folded when the configuration folds
 * @param origin of the weights, in words
 * @param sha256 of the weights' file, or of the tensors where there is no file
 */
public record StartingWeights(Model model, Normalization normalization, String origin, String sha256) {
    /**
     * Pretrained weights under a fresh head, or an earlier run's body and head.
     *
     * @throws io.drydock.core.error.WeightsException if the weights cannot be had or do not fit
     * @throws ConfigException if an earlier run is of another model, head or classes
     */
    public static StartingWeights load(
            Workspace workspace, TrainConfig config, Optional<String> from, ClassList classes, HubWeights hub) {
        if (from.isPresent()) {
            return ofRun(workspace, config, from.get(), classes);
        }
        Network network = ModelZoo.create(config.model());
        Optional<LoadedWeights> loaded = WeightSource.parse(config.weights()).load(config.model(), hub);
        if (loaded.isEmpty()) {
            return random(config, network, classes);
        }
        return new StartingWeights(
                StartingModel.of(config, loaded.get().body(network), classes.size()),
                loaded.get().normalization(),
                loaded.get().origin(),
                loaded.get().sha256());
    }

    private static StartingWeights random(TrainConfig config, Network network, ClassList classes) {
        Network body = Cut.body(network);
        RandomStream stream = RandomStream.of(config.seed(), "initialization", 2);
        Model random = new Model(body, InitialWeights.of(body.nodes(), stream));
        return new StartingWeights(
                StartingModel.of(config, random, classes.size()),
                ModelZoo.info(config.model()).normalization(),
                "random weights of seed " + config.seed(),
                random.weights().sha256());
    }

    private static StartingWeights ofRun(Workspace workspace, TrainConfig config, String from, ClassList classes) {
        RunFolder run = workspace.runs().resolve(from);
        RunCard card = RunDocument.card(run);
        String head = config.head().kind().name().toLowerCase(Locale.ROOT);
        if (!card.model().equals(config.model()) || !card.head().equals(head)) {
            throw new ConfigException("Run " + card.run() + " is " + card.model() + " with head " + card.head()
                    + " and cannot start " + config.model() + " with head " + head
                    + ". Leave out --model and --head to take the run's.");
        }
        if (!card.classes().codes().equals(classes.codes())) {
            throw new ConfigException("Run " + card.run() + " knows classes "
                    + String.join(", ", card.classes().codes()) + ", the workspace has "
                    + String.join(", ", classes.codes()) + ". Start from a run of the same classes.");
        }
        Model model = RunNetwork.read(run, card);
        Network network = StartingModel.network(config.head(), ModelZoo.create(card.model()), classes.size());
        return new StartingWeights(
                StartingModel.from(config, new Model(network, model.weights())),
                card.normalization(),
                "run " + card.run(),
                model.weights().sha256());
    }
}
