package io.drydock.cli;

import io.drydock.core.error.ConfigException;
import io.drydock.workbench.config.ConfigDocument;
import io.drydock.workbench.config.PlanMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Names of a training's options as keys of a configuration file: {@code batch: 16} is {@code batch: {size: 16}}. For one
 * file and one thread.
 */
final class FlatKeys {
    /** Options of the verb that say what a key of the configuration says. */
    private static final Map<String, String> OF_THE_VERB = Map.of("fold", "data.fold", "all_data", "data.all_data");

    private final ConfigDocument file;
    private final ObjectNode keys = JsonNodeFactory.instance.objectNode();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private FlatKeys(ConfigDocument file) {
        this.file = file;
    }

    /**
     * The keys of a training alone, each under its own name.
     *
     * @throws ConfigException if a key is given under two names
     */
    static ConfigDocument nested(ConfigDocument file) {
        FlatKeys flat = new FlatKeys(file);
        Map<String, JsonNode> options = new LinkedHashMap<>();
        file.keys().properties().forEach(entry -> {
            String key = entry.getKey();
            JsonNode value = entry.getValue();
            if (key.equals(TrainingVerb.SET) || isOption(key, value)) {
                options.put(key, value);
            } else if (PlanMapper.keys().contains(key)) {
                flat.keys.set(key, value.deepCopy());
                flat.lines.putAll(flat.linesOf(key, key));
            }
        });
        options.forEach(flat::option);
        OF_THE_VERB.forEach((option, path) -> {
            JsonNode own = file.keys().path("data").path(option);
            if (file.has(option) && !own.isMissingNode() && !own.isNull()) {
                throw flat.twice(path, option);
            }
        });
        return new ConfigDocument(file.source(), flat.keys, flat.lines, file.printed());
    }

    /** Keys such as {@code batch} name an option, and with a mapping a part of the configuration. */
    private static boolean isOption(String key, JsonNode value) {
        return TrainSetting.named(key).isPresent()
                && !(value.isObject() && PlanMapper.keys().contains(key));
    }

    private void option(String key, JsonNode value) {
        Optional<TrainSetting> setting = TrainSetting.named(key);
        if (setting.isPresent()) {
            put(setting.get().key(), key, value);
        } else if (value instanceof ObjectNode any) {
            any.properties().forEach(entry -> put(entry.getKey(), key + "." + entry.getKey(), entry.getValue()));
        } else {
            throw new ConfigException(file.at(key) + ": \"" + key
                    + "\" takes keys and their values, such as {loss.mixup_alpha: 0.2}, but was given " + value + ".");
        }
    }

    private void put(String path, String name, JsonNode value) {
        ObjectNode parent = keys;
        String[] parts = path.split("\\.", -1);
        for (int i = 0; i < parts.length - 1; i++) {
            JsonNode inner = parent.get(parts[i]);
            if (inner != null && !inner.isObject()) {
                throw twice(path, name);
            }
            parent = inner == null ? parent.putObject(parts[i]) : (ObjectNode) inner;
        }
        if (parent.has(parts[parts.length - 1])) {
            throw twice(path, name);
        }
        parent.set(parts[parts.length - 1], value);
        lines.putAll(linesOf(name, path));
    }

    private ConfigException twice(String path, String name) {
        return new ConfigException(file.at(name) + ": \"" + name + "\" gives " + path
                + ", which the file gives elsewhere as well. Keep one of them.");
    }

    /** Lines of a key and of those within it, under another name. */
    private Map<String, Integer> linesOf(String key, String name) {
        Map<String, Integer> found = new LinkedHashMap<>();
        file.lines().forEach((path, line) -> {
            if (path.equals(key) || path.startsWith(key + ".")) {
                found.put(name + path.substring(key.length()), line);
            }
        });
        return found;
    }
}
