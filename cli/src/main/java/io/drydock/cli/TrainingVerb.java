package io.drydock.cli;

import io.drydock.workbench.config.ConfigDocument;
import io.drydock.workbench.config.PlanBuilder;
import io.drydock.workbench.config.PlanMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the verbs share that take a training's settings. For one thread at a time. */
abstract class TrainingVerb extends Verb {
    /** Name of the option that takes any key. */
    static final String SET = "set";

    @Option(
            names = "--" + SET,
            paramLabel = "KEY=VALUE",
            description = "Any key of the configuration, such as loss.mixup_alpha=0.2.")
    private Map<String, String> settings = new LinkedHashMap<>();

    private Optional<ConfigDocument> file = Optional.empty();

    /** Sets the configuration file, whose keys are those of a training and the long names of its options. */
    void configure(ConfigDocument document) {
        file = Optional.of(document);
    }

    /** Whether a top-level key of a configuration file is this training's rather than an option of the verb. */
    boolean takesKey(String key) {
        return TrainSetting.named(key).isPresent()
                || key.equals(SET)
                || PlanMapper.keys().contains(key);
    }

    /** The configuration file, then each option, then {@code --set}. */
    PlanBuilder settings() {
        PlanBuilder builder = new PlanBuilder();
        file.ifPresent(document -> builder.file(FlatKeys.nested(document)));
        TrainSetting.apply(spec(), builder);
        settings.forEach(builder::set);
        return builder;
    }
}
