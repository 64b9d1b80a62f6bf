package io.drydock.cli;

import io.drydock.workbench.config.PlanBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What the verbs share that take a training's settings. For one thread at a time. */
abstract class TrainingVerb extends Verb {
    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Any key of the configuration, such as loss.mixup_alpha=0.2.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Override
    boolean acceptsConfigKey(String key) {
        return true;
    }

    /** The configuration file, then each option, then {@code --set}. */
    PlanBuilder settings() {
        PlanBuilder builder = new PlanBuilder();
        global().config().ifPresent(file -> builder.file(file, optionNames()));
        TrainSetting.apply(spec(), builder);
        settings.forEach(builder::set);
        return builder;
    }

    private Set<String> optionNames() {
        return spec().options().stream()
                .flatMap(option -> List.of(option.names()).stream())
                .map(name -> name.replaceFirst("^-+", ""))
                .collect(Collectors.toSet());
    }
}
