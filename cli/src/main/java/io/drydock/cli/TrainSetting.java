package io.drydock.cli;

import io.drydock.workbench.config.PlanBuilder;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options of training that are each one key of its configuration. */
enum TrainSetting {
    RECIPE("--recipe", "recipe", "NAME", "article, quick, default or thorough: what all else starts from."),
    MODEL("--model", "model", "NAME", "One of drydock models."),
    WEIGHTS("--weights", "weights", "SOURCE", "bundled, hub, none, or a .safetensors file."),
    SIZE("--size", "input.sizes", "HxW", "Height x width, such as 140x210; progressive: 140x210:8,192x288:6."),
    RESIZE("--resize", "input.resize", "MODE", "squish, crop or pad."),
    EPOCHS("--epochs", "epochs", "F+U", "Frozen and unfrozen epochs, such as 5+2."),
    SEED("--seed", "seed", "N", "Seed of every random draw."),
    HEAD("--head", "head.kind", "KIND", "concat_pool (fast.ai's) or linear (loads into timm)."),
    DROPOUT("--dropout", "head.dropout", "P", "Dropout before the first linear layer of the head."),
    BATCH("--batch", "batch.size", "N", "Images a step of the unfrozen epochs."),
    MICRO_BATCH(
            "--micro-batch",
            "batch.micro_batch",
            "N",
            "Images a pass; gradients add up over the batch. 0: all at once."),
    FROZEN_BATCH("--frozen-batch", "batch.frozen_size", "N", "Images a step of the frozen epochs."),
    FROZEN_RATE("--frozen-rate", "rate.frozen", "R", "Peak rate of the frozen epochs."),
    RATE("--rate", "rate.high", "R", "Peak rate of the head in the unfrozen epochs."),
    LOW_RATE(
            "--low-rate",
            "rate.low",
            "R",
            "Peak rate of the early body in the unfrozen epochs; 0: a tenth of --rate for the whole body."),
    BODY_SPLIT(
            "--body-split",
            "rate.body_split",
            "WHERE",
            "Where the early body ends: family (as fast.ai groups it), auto, a share such as 0.67, or a stage."),
    MULTIPLIERS(
            "--rate-multipliers", "rate.multipliers", "A,B,C", "Factors on --rate of early body, late body and head."),
    SCHEDULE("--schedule", "schedule.kind", "KIND", "one_cycle, warm_up_cosine or constant."),
    WARM_UP("--warm-up", "schedule.warm_up_share", "SHARE", "Share of the steps spent rising."),
    WEIGHT_DECAY("--weight-decay", "optimizer.weight_decay", "D", "Decoupled weight decay."),
    CLIP("--clip", "optimizer.clip_norm", "NORM", "Largest gradient norm; 0 for no clipping."),
    BATCH_NORM(
            "--batch-norm",
            "body.batch_norm",
            "MODE",
            "auto (by the kind of network), trained, fixed (the body), fixed_all (the head too), or folded (as earlier versions did)."),
    FREEZE_TO(
            "--freeze-to",
            "body.freeze_to",
            "STAGE",
            "Last stage that never trains, such as layer2 or blocks.3; none; auto: the first, costly ones."),
    FROZEN_VIEWS(
            "--frozen-views",
            "body.frozen_views",
            "N",
            "Augmented views cached for the frozen epochs; 0: one an epoch."),
    LABEL_SMOOTHING(
            "--label-smoothing", "loss.label_smoothing", "SHARE", "Share of the target spread over all classes."),
    BALANCE("--balance", "loss.balance", "HOW", "none, weighted, sqrt_weighted or oversampled."),
    MIXUP("--mixup", "loss.mixup_share", "SHARE", "Share of batches that are mixed; 0 for no mixup."),
    MIXUP_ALPHA("--mixup-alpha", "loss.mixup_alpha", "A", "Parameter of mixup's Beta distribution."),
    ZOOM("--zoom", "augmentation.zoom.max", "MAX", "Largest random zoom."),
    ROTATION("--rotation", "augmentation.rotation.degrees", "DEGREES", "Largest random rotation."),
    WARP("--warp", "augmentation.warp.magnitude", "M", "Largest perspective warp."),
    FLIP("--flip", "augmentation.flip.probability", "P", "Share of views mirrored left to right."),
    GRAYSCALE("--grayscale", "augmentation.grayscale", "SHARE", "Share of views without color."),
    ERASING("--erasing", "augmentation.erasing.probability", "P", "Share of views with a part erased."),
    EMA("--ema", "keep.ema_decay", "D", "Decay of the average of weights that is kept; 0 keeps the weights."),
    BEST("--keep-best", "keep.best", "BOOL", "true keeps the epoch with the best validation F1."),
    PATIENCE("--patience", "keep.patience", "EPOCHS", "Stop after so many epochs without a better F1; 0 never."),
    STOP_ON_NAN("--stop-on-nan", "keep.stop_on_nan", "BOOL", "Whether a loss that is no number ends the run."),
    DEVICE(
            "--device",
            "machine.device",
            "DEVICE",
            "auto, cpu, cuda (NVIDIA) or mps (Apple); auto takes a usable NVIDIA GPU, else the CPU."),
    THREADS("--threads", "machine.threads", "N", "Threads of the tensor library; 0 chooses."),
    WORKERS("--workers", "machine.workers", "N", "Threads that prepare batches; 0 chooses."),
    CHECKPOINT(
            "--checkpoint-minutes",
            "machine.checkpoint_minutes",
            "M",
            "Minutes between checkpoints within an epoch; 0: one an epoch."),
    SPLIT("--split", "data.split", "N", "Split to train on; the current one by default."),
    FROM("--from", "data.from", "RUN", "Start from that run's body and head.");

    private final String option;
    private final String key;
    private final String label;
    private final String description;

    TrainSetting(String option, String key, String label, String description) {
        this.option = option;
        this.key = key;
        this.label = label;
        this.description = description;
    }

    /** Key of the configuration, with dots. */
    String key() {
        return key;
    }

    /** Name of the option, with its hyphens. */
    String option() {
        return option;
    }

    /** The setting whose option is written so as a key of a configuration file, such as {@code low_rate}. */
    static Optional<TrainSetting> named(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.option.substring(2).replace('-', '_').equals(key))
                .findFirst();
    }

    /** Adds all options to a verb, under a heading of their own. */
    static void addTo(CommandSpec verb) {
        ArgGroupSpec.Builder group = ArgGroupSpec.builder()
                .exclusive(false)
                .multiplicity("0..1")
                .validate(false)
                .order(1000)
                .heading("%nSettings, each over the recipe's (all keys: --dry-run; any key: --set KEY=VALUE):%n");
        for (TrainSetting setting : values()) {
            group.addArg(OptionSpec.builder(setting.option)
                    .type(String.class)
                    .paramLabel(setting.label)
                    .description(setting.description)
                    .build());
        }
        verb.addArgGroup(group.build());
    }

    /** Hands every setting that was given to a builder. */
    static void apply(CommandSpec verb, PlanBuilder plan) {
        for (TrainSetting setting : values()) {
            String value = verb.findOption(setting.option).getValue();
            if (value != null) {
                plan.set(setting.key, value);
            }
        }
    }
}
