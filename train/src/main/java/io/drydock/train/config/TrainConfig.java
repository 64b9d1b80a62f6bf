package io.drydock.train.config;

import io.drydock.image.augment.Augmentation;

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

    public TrainConfig withModel(String name, String source) {
        return new TrainConfig(
                recipe,
                name,
                source,
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

    public TrainConfig withSeed(long value) {
        return new TrainConfig(
                recipe,
                model,
                weights,
                value,
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

    /** Other epochs and sizes; both at once, because they must agree. */
    public TrainConfig withEpochs(EpochPlan plan, InputConfig sizes) {
        return new TrainConfig(
                recipe,
                model,
                weights,
                seed,
                plan,
                sizes,
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

    public TrainConfig withAugmentation(Augmentation ranges) {
        return new TrainConfig(
                recipe, model, weights, seed, epochs, input, ranges, head, body, batch, rate, schedule, optimizer, loss,
                keep, machine);
    }

    public TrainConfig withHead(HeadConfig value) {
        return new TrainConfig(
                recipe,
                model,
                weights,
                seed,
                epochs,
                input,
                augmentation,
                value,
                body,
                batch,
                rate,
                schedule,
                optimizer,
                loss,
                keep,
                machine);
    }

    public TrainConfig withBody(BodyConfig value) {
        return new TrainConfig(
                recipe,
                model,
                weights,
                seed,
                epochs,
                input,
                augmentation,
                head,
                value,
                batch,
                rate,
                schedule,
                optimizer,
                loss,
                keep,
                machine);
    }

    public TrainConfig withBatch(BatchConfig value) {
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
                value,
                rate,
                schedule,
                optimizer,
                loss,
                keep,
                machine);
    }

    public TrainConfig withRate(RateConfig value) {
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
                value,
                schedule,
                optimizer,
                loss,
                keep,
                machine);
    }

    public TrainConfig withOptimizer(OptimizerConfig value) {
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
                value,
                loss,
                keep,
                machine);
    }

    public TrainConfig withLoss(LossConfig value) {
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
                value,
                keep,
                machine);
    }

    public TrainConfig withKeep(KeepConfig value) {
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
                value,
                machine);
    }

    public TrainConfig withMachine(MachineConfig value) {
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
                value);
    }
}
