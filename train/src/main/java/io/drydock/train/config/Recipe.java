package io.drydock.train.config;

import io.drydock.core.error.ConfigException;
import io.drydock.image.augment.Augmentation;
import io.drydock.image.resize.ResizeMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A named, complete configuration to start from. */
public enum Recipe {
    /** The article's fast.ai settings: 5 frozen epochs on cached views, then 2 unfrozen ones, at 140x210. */
    ARTICLE {
        @Override
        public TrainConfig config() {
            return new TrainConfig(
                    key(),
                    TrainConfig.DEFAULT_MODEL,
                    BUNDLED,
                    SEED,
                    new EpochPlan(5, 2),
                    new InputConfig("140x210", ResizeMode.SQUISH),
                    Augmentation.ARTICLE,
                    HeadConfig.CONCAT_POOL,
                    new BodyConfig(BatchNormMode.AUTO, BodyConfig.TRAIN_ALL, 0),
                    new BatchConfig(64, 0, 64, true),
                    new RateConfig(3e-3, 1e-4, 1e-3, List.of(), RateConfig.FAMILY),
                    ScheduleConfig.ONE_CYCLE,
                    new OptimizerConfig(0.9, 0.99, 1e-5, 0.01, 0),
                    LossConfig.PLAIN,
                    KeepConfig.LAST,
                    MachineConfig.AUTO);
        }
    },
    /** A good score in about two minutes on some 4,500 images and two cores: the loop of cleaning and training again. */
    QUICK {
        @Override
        public TrainConfig config() {
            return modern(key(), new EpochPlan(0, 1), "140x210", new KeepConfig(0.9, false, 0, true));
        }
    },
    /** The best score for its time: two sizes, strong augmentation, mixup, averaged weights. */
    DEFAULT {
        @Override
        public TrainConfig config() {
            return modern(key(), new EpochPlan(0, 14), "140x210:8,192x288:6", new KeepConfig(0.995, false, 0, true));
        }
    },
    /** For the best score, over night: a larger network, larger pictures, more epochs. */
    THOROUGH {
        @Override
        public TrainConfig config() {
            return modern(
                            key(),
                            new EpochPlan(0, 30),
                            "140x210:10,192x288:10,256x384:10",
                            new KeepConfig(0.998, false, 0, true))
                    .withModel("tf_efficientnet_lite2", "hub");
        }
    };

    private static final String BUNDLED = "bundled";
    private static final long SEED = 42;

    /** The complete configuration. */
    public abstract TrainConfig config();

    private static TrainConfig modern(String recipe, EpochPlan epochs, String sizes, KeepConfig keep) {
        return new TrainConfig(
                recipe,
                TrainConfig.DEFAULT_MODEL,
                BUNDLED,
                SEED,
                epochs,
                new InputConfig(sizes, ResizeMode.SQUISH),
                Augmentation.STRONG,
                HeadConfig.LINEAR,
                new BodyConfig(BatchNormMode.AUTO, BodyConfig.FINE_STAGES, 0),
                new BatchConfig(32, 0, 64, true),
                new RateConfig(3e-3, 4e-5, 4e-4, List.of(0.3, 1.0, 3.0), "0.67"),
                ScheduleConfig.WARM_UP_COSINE,
                new OptimizerConfig(0.9, 0.99, 1e-8, 0.02, 2),
                new LossConfig(0.1, ClassBalance.NONE, 0.3, 0.5),
                keep,
                MachineConfig.AUTO);
    }

    /** Lower-case name as options write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Names of all recipes. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Recipe::key).toList();
    }

    /**
     * The recipe of a name.
     *
     * @throws ConfigException if there is none
     */
    public static Recipe parse(String text) {
        return Arrays.stream(values())
                .filter(recipe -> recipe.key().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new ConfigException("\"" + text + "\" is not a recipe (" + String.join(", ", keys()) + ")."));
    }
}
