package io.drydock.train.loop;

import io.drydock.core.random.RandomStream;
import io.drydock.network.Model;
import io.drydock.network.graph.Linear;
import io.drydock.network.graph.Network;
import io.drydock.network.graph.Node;
import io.drydock.network.rewrite.FoldBatchNorm;
import io.drydock.network.rewrite.ReplaceHead;
import io.drydock.network.weights.FloatTensor;
import io.drydock.network.weights.WeightSet;
import io.drydock.train.config.BatchNormMode;
import io.drydock.train.config.HeadConfig;
import io.drydock.train.config.HeadKind;
import io.drydock.train.config.TrainConfig;

/** The model a training begins with. Safe for use by many threads. */
public final class StartingModel {
    private StartingModel() {}

    /**
     * A pretrained backbone with a fresh head for the configuration.
     *
     * @param pretrained unfolded, with any head
     */
    public static Model of(TrainConfig config, Model pretrained, int classes) {
        RandomStream stream = RandomStream.of(config.seed(), "initialization");
        Network network = network(config.head(), pretrained.network(), classes);
        Model fresh = ReplaceHead.withFreshWeights(network, pretrained, stream);
        double deviation = config.head().initDeviation();
        return from(config, deviation == 0 ? fresh : drawn(fresh, deviation, config.seed()));
    }

    /** A network with the head that a configuration asks for. */
    public static Network network(HeadConfig head, Network network, int classes) {
        return head.kind() == HeadKind.LINEAR
                ? ReplaceHead.linear(network, classes, head.dropout())
                : ReplaceHead.concatPool(network, classes, head.dropout(), head.hiddenDropout());
    }

    /** A model that has its head already, such as an earlier run's; folded when the configuration folds. */
    public static Model from(TrainConfig config, Model unfolded) {
        return config.batchNorm(unfolded.network()) == BatchNormMode.FOLDED ? FoldBatchNorm.apply(unfolded) : unfolded;
    }

    private static Model drawn(Model model, double deviation, long seed) {
        RandomStream stream = RandomStream.of(seed, "initialization", 1);
        WeightSet weights = model.weights();
        for (Node node : model.network().headNodes()) {
            if (node instanceof Linear linear) {
                float[] values = new float[linear.outFeatures() * linear.inFeatures()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (deviation * stream.nextGaussian());
                }
                weights = weights.with(
                        linear.weight(),
                        new FloatTensor(new int[] {linear.outFeatures(), linear.inFeatures()}, values));
            }
        }
        return new Model(model.network(), weights);
    }
}
