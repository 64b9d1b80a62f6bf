package io.drydock.train.config;

import io.drydock.image.augment.Augmentation;
import io.drydock.network.graph.Conv;
import io.drydock.network.graph.Network;
import java.util.function.Consumer;

/**
 * Everything that decides what a training does, complete: a run written with it can be repeated.
 *
 * @param recipe name of the recipe it came from ({@code article}, {@code default}, ...); informative
 * @param model name in the model zoo
 * @param weights where the body's weights come from: {@code bundled}, {@code hub}, {@code none}, or a safetensors file
 * @param seed of every random draw
 * @param epochs frozen and unfrozen epochs
 * @param input sizes and resize mode
 * @param augmentation ranges of the random views
 * @param head the classifier
 * @param body folding and freezing
 * @param batch batch and micro-batch
 * @param rate peak learning rates
 * @param schedule their course
 * @param optimizer AdamW
 * @param loss smoothing, class balance, mixup
 * @param keep averaging, best epoch, early stop
 * @param machine threads and checkpoints
 */
public record TrainConfig(
        String recipe,
        String model,
        String weights,
        long seed,
        EpochPlan epochs,
        InputConfig input,
        Augmentation augmentation,
        HeadConfig head,
        BodyConfig body,
        BatchConfig batch,
        RateConfig rate,
        ScheduleConfig schedule,
        OptimizerConfig optimizer,
        LossConfig loss,
        KeepConfig keep,
        MachineConfig machine) {
    /** The model of every recipe, whose weights come with the program. */
    public static final String DEFAULT_MODEL = "tf_efficientnet_lite0";

    /** The value of {@code weights} for a body that starts at random. */
    public static final String FROM_SCRATCH = "none";

    public TrainConfig {
        Check.require(!model.isBlank(), "model is empty. Name a model, such as %s.", DEFAULT_MODEL);
        Check.require(!weights.isBlank(), "weights is empty. Write bundled, hub, none, or a .safetensors file.");
        int planned = input.plan().epochs();
        Check.require(
                planned == 0 || planned == epochs.unfrozen(),
                "input.sizes %s names %s unfrozen epochs, epochs %s has %s. Make them agree.",
                input.sizes(),
                planned,
                epochs,
                epochs.unfrozen());
    }

    /** Augmented views cached for the frozen epochs. */
    public int frozenViews() {
        return body.frozenViews() == 0 ? epochs.frozen() : Math.min(body.frozenViews(), epochs.frozen());
    }

    /**
     * How the batch norms of a network's body are treated, {@link BatchNormMode#AUTO} being chosen. Pretrained networks with
     * depthwise convolutions (EfficientNet-Lite) keep their statistics: a batch has too few values to a channel there. After
     * frozen epochs they are fixed, since the head has learned on these features; without, they are folded. All other networks
     * train their norms, and so does what starts at random. See docs/measurements/fine-tuning.md.
     */
    public BatchNormMode batchNorm(Network network) {
        if (body.batchNorm() != BatchNormMode.AUTO) {
            return body.batchNorm();
        }
        boolean depthwise = network.nodes().stream()
                .anyMatch(node -> node instanceof Conv conv && conv.groups() > 1 && conv.groups() == conv.inChannels());
        if (!depthwise || weights.equals(FROM_SCRATCH)) {
            return BatchNormMode.TRAINED;
        }
        return epochs.frozen() > 0 ? BatchNormMode.FIXED_ALL : BatchNormMode.FOLDED;
    }

    /**
     * The same with every automatic choice made: threads, workers, device, treatment of batch norms.
     *
     * @param network that will be trained
     * @throws io.drydock.core.error.ConfigException if the device cannot be used on this machine
     */
    public TrainConfig resolved(Network network) {
        return withMachine(machine.resolved())
                .withBody(new BodyConfig(batchNorm(network), body.freezeTo(), body.frozenViews()));
    }

    public TrainConfig withModel(String name, String source) {
        return changed(draft -> {
            draft.model = name;
            draft.weights = source;
        });
    }

    public TrainConfig withEpochs(EpochPlan plan, InputConfig sizes) {
        return changed(draft -> {
            draft.epochs = plan;
            draft.input = sizes;
        });
    }

    public TrainConfig withSeed(long value) {
        return changed(draft -> draft.seed = value);
    }

    public TrainConfig withAugmentation(Augmentation value) {
        return changed(draft -> draft.augmentation = value);
    }

    public TrainConfig withHead(HeadConfig value) {
        return changed(draft -> draft.head = value);
    }

    public TrainConfig withBody(BodyConfig value) {
        return changed(draft -> draft.body = value);
    }

    public TrainConfig withBatch(BatchConfig value) {
        return changed(draft -> draft.batch = value);
    }

    public TrainConfig withRate(RateConfig value) {
        return changed(draft -> draft.rate = value);
    }

    public TrainConfig withOptimizer(OptimizerConfig value) {
        return changed(draft -> draft.optimizer = value);
    }

    public TrainConfig withLoss(LossConfig value) {
        return changed(draft -> draft.loss = value);
    }

    public TrainConfig withKeep(KeepConfig value) {
        return changed(draft -> draft.keep = value);
    }

    public TrainConfig withMachine(MachineConfig value) {
        return changed(draft -> draft.machine = value);
    }

    private TrainConfig changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.config();
    }

    /** The parts of a configuration that is being changed. */
    private static final class Draft {
        private final String recipe;
        private String model;
        private String weights;
        private long seed;
        private EpochPlan epochs;
        private InputConfig input;
        private Augmentation augmentation;
        private HeadConfig head;
        private BodyConfig body;
        private BatchConfig batch;
        private RateConfig rate;
        private final ScheduleConfig schedule;
        private OptimizerConfig optimizer;
        private LossConfig loss;
        private KeepConfig keep;
        private MachineConfig machine;

        Draft(TrainConfig from) {
            recipe = from.recipe;
            model = from.model;
            weights = from.weights;
            seed = from.seed;
            epochs = from.epochs;
            input = from.input;
            augmentation = from.augmentation;
            head = from.head;
            body = from.body;
            batch = from.batch;
            rate = from.rate;
            schedule = from.schedule;
            optimizer = from.optimizer;
            loss = from.loss;
            keep = from.keep;
            machine = from.machine;
        }

        TrainConfig config() {
            return new TrainConfig(
                    recipe,
                    model,
                    weights,
                    seed,
                    epochs,
                    input,
                    augmentation,
                    head,
                    body,
                    batch,
                    rate,
                    schedule,
                    optimizer,
                    loss,
                    keep,
                    machine);
        }
    }
}
