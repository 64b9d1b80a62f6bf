package io.drydock.workbench.config;

import io.drydock.core.error.ConfigException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The keys of a configuration file, YAML or JSON; of a {@code run.json} or the JSON of a dry run only its {@code config}. A
 * value is a mapping, a list of values, text as it was written, or null.
 *
 * @param source what messages call the file
 * @param keys keys and values
 * @param lines line of each key, by its path with dots, from 1
 * @param printed whether it is a configuration that Drydock wrote, so that it is complete for its time
 */
public record ConfigDocument(String source, ObjectNode keys, Map<String, Integer> lines, boolean printed) {
    private static final String CONFIG = "config";

    public ConfigDocument {
        lines = Map.copyOf(lines);
    }

    /**
     * Reads a file.
     *
     * @throws ConfigException naming file and line if it is missing, not UTF-8, not YAML or JSON, not one mapping, or a
     *     document of Drydock without a configuration
     */
    public static ConfigDocument read(Path file) {
        return parse(ConfigText.read(file), file.toString());
    }

    /** The same from text. JSON has a name that ends in .json. */
    public static ConfigDocument parse(String text, String source) {
        ConfigReader reader = new ConfigReader(source);
        ObjectNode keys = reader.read(text);
        ConfigDocument whole = new ConfigDocument(source, keys, reader.lines(), false);
        if (!keys.has(CONFIG)) {
            whole.requirePlainLists("", keys);
            return whole;
        }
        if (keys.get(CONFIG) instanceof ObjectNode inner && (keys.has("schema") || keys.has("provenance"))) {
            ConfigDocument written = new ConfigDocument(source, inner, within(CONFIG + ".", reader.lines()), true);
            written.requirePlainLists("", inner);
            return written;
        }
        if (keys.has("schema")) {
            throw new ConfigException(whole.at(CONFIG) + ": \"config\" must hold the keys of a configuration, but was "
                    + (keys.get(CONFIG).isNull() ? "nothing" : keys.get(CONFIG)) + ". Take the file from a backup.");
        }
        throw new ConfigException(whole.at(CONFIG) + ": a configuration file cannot name another one by \"config\"."
                + " Write the keys of that file here.");
    }

    private void requirePlainLists(String prefix, ObjectNode node) {
        node.properties().forEach(entry -> {
            String path = prefix + entry.getKey();
            if (entry.getValue() instanceof ObjectNode inner) {
                requirePlainLists(path + ".", inner);
            } else if (entry.getValue().isArray()
                    && !entry.getValue().valueStream().allMatch(JsonNode::isString)) {
                throw new ConfigException(
                        at(path) + ": \"" + path + "\" must be a list of plain values, such as [0.1, 0.5, 1].");
            }
        });
    }

    private static Map<String, Integer> within(String prefix, Map<String, Integer> lines) {
        return lines.entrySet().stream()
                .filter(line -> line.getKey().startsWith(prefix))
                .collect(Collectors.toMap(line -> line.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    /** File and line of a key, such as {@code plan.yaml line 3}; the file alone where the key is not in it. */
    public String at(String path) {
        return source + (lines.containsKey(path) ? " line " + lines.get(path) : "");
    }

    /** Whether a key is given. */
    public boolean has(String path) {
        return !find(path).isMissingNode();
    }

    /** The value of a key with dots; missing where it is not given. */
    JsonNode find(String path) {
        JsonNode node = keys;
        for (String part : path.split("\\.", -1)) {
            node = node.path(part);
        }
        return node;
    }

    /** Paths of all keys that hold values rather than keys. */
    List<String> values() {
        return leaves("", keys).toList();
    }

    static Stream<String> leaves(String prefix, ObjectNode node) {
        return node.properties().stream()
                .flatMap(entry -> entry.getValue() instanceof ObjectNode inner && !inner.isEmpty()
                        ? leaves(prefix + entry.getKey() + ".", inner)
                        : Stream.of(prefix + entry.getKey()));
    }
}
