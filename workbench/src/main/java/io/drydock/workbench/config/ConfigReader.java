package io.drydock.workbench.config;

import io.drydock.core.error.ConfigException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads one mapping of YAML or JSON and remembers the line of each key. What a configuration has no use for is refused: a
 * key that is given twice, aliases, a second document. For one thread and one text.
 */
final class ConfigReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 50;
    private static final Pattern LINE = Pattern.compile("^ in .*\\bline (\\d+)");

    private final String source;
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    ConfigReader(String source) {
        this.source = source;
    }

    /** Line of each key of the text that was read, by its path with dots. */
    Map<String, Integer> lines() {
        return lines;
    }

    /** The mapping; an empty text is an empty one. */
    ObjectNode read(String text) {
        boolean json = source.toLowerCase(Locale.ROOT).endsWith(".json");
        try (JsonParser parser = json ? JSON.createParser(text) : YAML.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null || (first == JsonToken.VALUE_NULL && parser.nextToken() == null)) {
                return NODES.objectNode();
            }
            if (first != JsonToken.START_OBJECT) {
                throw new ConfigException(source + " is not a mapping of keys to values, such as \"seed: 7\".");
            }
            refuseAnchor(parser);
            ObjectNode keys = mapping(parser, "");
            if (parser.nextToken() != null) {
                throw refused(parser, "a second document begins here. Keep one mapping per file");
            }
            return keys;
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    private ObjectNode mapping(JsonParser parser, String path) {
        if (path.chars().filter(c -> c == '.').count() > DEEPEST) {
            throw refused(parser, "mappings are nested too deep");
        }
        ObjectNode mapping = NODES.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            String full = path + key.replace('-', '_');
            refuseAnchor(parser);
            int line = parser.currentTokenLocation().getLineNr();
            Integer before = lines.put(full, line);
            if (before != null) {
                throw refused(
                        parser, "\"" + full + "\" is given twice, first in line " + before + ". Keep one of them");
            }
            parser.nextToken();
            mapping.set(key.replace('-', '_'), value(parser, full));
        }
        return mapping;
    }

    private JsonNode value(JsonParser parser, String path) {
        refuseAnchor(parser);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(parser, path + ".");
        }
        return token == JsonToken.START_ARRAY ? list(parser, path) : scalar(parser);
    }

    private ArrayNode list(JsonParser parser, String path) {
        ArrayNode list = NODES.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            refuseAnchor(parser);
            list.add(token.isStructStart() ? new ConfigReader(source).value(parser, path) : scalar(parser));
        }
        return list;
    }

    /** Text as it is written, so that 1e-3 and 007 reach a message, a class code or a name unchanged. */
    private static JsonNode scalar(JsonParser parser) {
        return parser.currentToken() == JsonToken.VALUE_NULL ? NODES.nullNode() : NODES.stringNode(parser.getString());
    }

    private void refuseAnchor(JsonParser parser) {
        if (parser instanceof YAMLParser yaml && (yaml.isCurrentAlias() || yaml.getObjectId() != null)) {
            throw refused(parser, "anchors (&) and aliases (*) are not supported. Write the value where it is needed");
        }
    }

    private ConfigException refused(JsonParser parser, String what) {
        return new ConfigException(
                source + " line " + parser.currentTokenLocation().getLineNr() + ": " + what + ".");
    }

    /** YAML says what it was doing, where, what it found, and where; the last place is that of the fault. */
    private ConfigException unreadable(JacksonException e) {
        if (e instanceof UnexpectedEndOfInputException) {
            return new ConfigException(
                    source + " is not valid YAML or JSON: it ends in the middle. Take the whole file from a backup.",
                    e);
        }
        List<String> said = String.valueOf(e.getOriginalMessage()).lines().toList();
        Optional<Integer> line = said.stream()
                .map(LINE::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.valueOf(found.group(1)))
                .reduce((first, last) -> last)
                .or(() -> Optional.ofNullable(e.getLocation()).map(TokenStreamLocation::getLineNr));
        String what = said.stream()
                .filter(text -> !text.startsWith(" ") && !text.isBlank())
                .limit(2)
                .collect(Collectors.joining(": "));
        return new ConfigException(
                source + line.map(number -> " line " + number).orElse("") + " is not valid YAML or JSON: " + what + ".",
                e);
    }
}
