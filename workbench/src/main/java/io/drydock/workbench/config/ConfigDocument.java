package io.drydock.workbench.config;

import io.drydock.core.error.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a configuration file, YAML or JSON; of a {@code run.json} only its {@code config}. Safe for use by many threads. */
public final class ConfigDocument {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ConfigDocument() {}

    /**
     * The keys and values of a file.
     *
     * @throws ConfigException if the file is missing, not YAML or JSON, or not a mapping
     */
    public static ObjectNode read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new ConfigException(
                    "Configuration file " + file + " can't be read: "
                            + (Files.exists(file) ? e.getMessage() : "there is no such file") + ".",
                    e);
        }
        return parse(text, file.toString());
    }

    /** The same from text; {@code source} names it in messages. JSON is told by a name that ends in .json. */
    public static ObjectNode parse(String text, String source) {
        JsonNode node;
        try {
            boolean json = source.toLowerCase(Locale.ROOT).endsWith(".json");
            node = (json ? JSON : YAML).readTree(text);
        } catch (JacksonException e) {
            throw new ConfigException(
                    source
                            + (e.getLocation() == null
                                    ? ""
                                    : " line " + e.getLocation().getLineNr()) + ": "
                            + firstLine(e.getOriginalMessage()),
                    e);
        }
        if (node == null || node.isMissingNode() || node.isNull()) {
            return JSON.createObjectNode();
        }
        if (!(node instanceof ObjectNode object)) {
            throw new ConfigException(source + " is not a mapping of keys to values, such as \"batch: 32\".");
        }
        return object.get("config") instanceof ObjectNode config && object.has("provenance") ? config : object;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("not valid YAML or JSON").strip();
    }
}
