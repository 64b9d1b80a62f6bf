package io.drydock.cli;

import io.drydock.core.error.ConfigException;
import io.drydock.core.text.Suggestion;
import io.drydock.workbench.config.ConfigDocument;
import io.drydock.workbench.config.PlanMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.JsonNode;

/**
 * Options from a YAML file, under their long names without the hyphens in front. They become words of the command line,
 * before those that were typed; an option that was typed goes before the file. Safe for use by many threads.
 */
final class ConfigFile {
    private static final String OPTION = "--config";

    private final ConfigDocument document;
    private final List<String> typed;

    private ConfigFile(ConfigDocument document, List<String> typed) {
        this.document = document;
        this.typed = List.copyOf(typed);
    }

    /**
     * The file named by {@code --config} among the arguments, if any.
     *
     * @throws ConfigException if the file cannot be read or is not a map
     */
    static Optional<ConfigFile> among(List<String> args) {
        return named(args).map(file -> new ConfigFile(ConfigDocument.read(Path.of(file)), args));
    }

    private static Optional<String> named(List<String> args) {
        for (int i = 0; i < args.size() && !args.get(i).equals("--"); i++) {
            if (args.get(i).startsWith(OPTION + "=")) {
                return Optional.of(args.get(i).substring(OPTION.length() + 1));
            }
            if (args.get(i).equals(OPTION) && i + 1 < args.size()) {
                return Optional.of(args.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** The keys and their lines. */
    ConfigDocument document() {
        return document;
    }

    /**
     * The arguments with those options of the file that were not typed, right behind the verb.
     *
     * @param root the whole command
     * @throws ConfigException naming file, line and key if a key is no option of the verb, or its value will not do
     */
    List<String> complete(CommandSpec root) {
        CommandSpec verb = root;
        int words = 0;
        CommandLine next = subcommand(verb, words);
        while (next != null) {
            verb = next.getCommandSpec();
            words++;
            next = subcommand(verb, words);
        }
        List<String> all = new ArrayList<>(typed.subList(0, words));
        for (Map.Entry<String, JsonNode> entry : document.keys().properties()) {
            Optional<OptionSpec> option = option(verb, entry.getKey());
            if (verb.userObject() instanceof TrainingVerb training && training.takesKey(entry.getKey())) {
                continue;
            }
            if (option.isEmpty()) {
                throw unknown(verb, entry.getKey());
            }
            if (!isTyped(option.get())) {
                all.addAll(words(option.get(), entry.getKey(), entry.getValue()));
            }
        }
        all.addAll(typed.subList(words, typed.size()));
        return all;
    }

    private @Nullable CommandLine subcommand(CommandSpec verb, int word) {
        return word < typed.size() ? verb.subcommands().get(typed.get(word)) : null;
    }

    /** A message with the line of the first option that it names and this file gave. */
    String located(String message, CommandSpec verb) {
        for (OptionSpec option : verb.options()) {
            if (message.matches("(?s).*" + option.longestName() + "(?![a-z-]).*") && !isTyped(option)) {
                for (String key : document.keys().propertyNames()) {
                    if (named(option, key)) {
                        return document.at(key) + ": " + message;
                    }
                }
            }
        }
        return message;
    }

    private static Optional<OptionSpec> option(CommandSpec verb, String key) {
        return verb.options().stream().filter(option -> named(option, key)).findFirst();
    }

    private static boolean named(OptionSpec option, String key) {
        return List.of(option.names()).stream().anyMatch(name -> key(name).equals(key));
    }

    private static String key(String name) {
        return name.replaceFirst("^-+", "").replace('-', '_');
    }

    private boolean isTyped(OptionSpec option) {
        for (String word : typed) {
            if (word.equals("--")) {
                return false;
            }
            for (String name : option.names()) {
                boolean attached = name.startsWith("--") ? word.startsWith(name + "=") : word.startsWith(name);
                if (word.equals(name) || attached) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<String> words(OptionSpec option, String key, JsonNode value) {
        String name = option.longestName();
        if (option.usageHelp() || option.versionHelp() || name.equals(OPTION)) {
            throw new ConfigException(document.at(key) + ": \"" + key + "\" cannot be in a configuration file.");
        }
        if (value.isObject() || value.isNull() || (value.isArray() && !option.isMultiValue())) {
            throw new ConfigException(document.at(key) + ": \"" + key + "\" takes one value, but was given "
                    + (value.isNull() ? "none" : value) + ".");
        }
        if (value.isArray()) {
            return value.valueStream()
                    .map(element -> name + "=" + element.asString())
                    .toList();
        }
        return option.arity().max() > 0
                ? List.of(name + "=" + value.asString())
                : flag(key, value.asString().toLowerCase(Locale.ROOT)) ? List.of(name) : List.of();
    }

    private boolean flag(String key, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new ConfigException(
                    document.at(key) + ": " + key + " is \"" + text + "\", which is not true or false.");
        }
        return text.equals("true");
    }

    private ConfigException unknown(CommandSpec verb, String key) {
        Set<String> known = new TreeSet<>();
        verb.options().forEach(option -> known.add(option.longestName().replaceFirst("^-+", "")));
        if (verb.userObject() instanceof TrainingVerb) {
            known.addAll(PlanMapper.keys());
        }
        known.removeAll(Set.of("config", "help", "version"));
        return new ConfigException(document.at(key) + ": \"" + key + "\" is not an option of " + verb.qualifiedName()
                + "." + Suggestion.didYouMean(key, known));
    }
}
