package io.drydock.cli;

import io.drydock.core.error.ConfigException;
import io.drydock.core.text.Suggestion;
import io.drydock.workbench.config.ConfigDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.JsonNode;

/**
 * Options from a YAML file, under their long names without the hyphens in front; the command line goes before the file.
 * Safe for use by many threads.
 */
final class ConfigFile implements IDefaultValueProvider {
    private static final String OPTION = "--config";

    private final String file;
    private final Map<String, String> values;

    private ConfigFile(String file, Map<String, String> values) {
        this.file = file;
        this.values = Map.copyOf(values);
    }

    /** No file: every option keeps its own default. */
    static ConfigFile none() {
        return new ConfigFile("", Map.of());
    }

    /**
     * The file named by {@code --config} among the arguments, or none.
     *
     * @throws ConfigException if the file cannot be read or is not a map
     */
    static ConfigFile among(List<String> args) {
        return named(args).map(ConfigFile::read).orElseGet(ConfigFile::none);
    }

    private static Optional<String> named(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).startsWith(OPTION + "=")) {
                return Optional.of(args.get(i).substring(OPTION.length() + 1));
            }
            if (args.get(i).equals(OPTION) && i + 1 < args.size()) {
                return Optional.of(args.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private static ConfigFile read(String file) {
        Map<String, String> values = new LinkedHashMap<>();
        flatten("", ConfigDocument.read(Path.of(file)), values);
        return new ConfigFile(file, values);
    }

    /** Keys of nested maps are joined by dots; a list is one value with commas. */
    private static void flatten(String prefix, JsonNode map, Map<String, String> values) {
        map.properties().forEach(entry -> {
            String key = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isObject()) {
                flatten(key + ".", value, values);
            } else if (value.isArray()) {
                List<String> parts = new ArrayList<>();
                value.forEach(element -> parts.add(element.asString()));
                values.put(key, String.join(",", parts));
            } else {
                values.put(key, value.asString());
            }
        });
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        for (String name : option.names()) {
            String value = values.get(name.replaceFirst("^-+", ""));
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /**
     * Checks every key of the file against the options of the verb that was called.
     *
     * @throws ConfigException naming the nearest option if a key is none of them
     */
    void checkKeys(ParseResult parsed) {
        ParseResult verb = parsed;
        while (verb.hasSubcommand()) {
            verb = verb.subcommand();
        }
        List<String> known = new ArrayList<>();
        for (OptionSpec option : verb.commandSpec().options()) {
            for (String name : option.names()) {
                known.add(name.replaceFirst("^-+", ""));
            }
        }
        for (String key : values.keySet()) {
            if (!known.contains(key) && !accepted(verb, key)) {
                throw new ConfigException(file + ": \"" + key + "\" is not an option of "
                        + verb.commandSpec().qualifiedName() + "." + Suggestion.didYouMean(key, known));
            }
        }
    }

    private static boolean accepted(ParseResult verb, String key) {
        return verb.commandSpec().userObject() instanceof Verb own && own.acceptsConfigKey(key);
    }
}
