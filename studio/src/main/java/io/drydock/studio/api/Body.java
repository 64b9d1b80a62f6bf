package io.drydock.studio.api;

import io.drydock.core.error.ConfigException;
import io.drydock.core.text.Suggestion;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON object that a request brings. A key that nobody knows, a key given twice and a value of another type than its
 * key has are refused by a {@link ConfigException} that names the key. Safe for use by many threads.
 */
final class Body {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int SHOWN = 60;

    private final JsonNode object;
    /** Where it is in the request, such as {@code decisions[2].}; empty for the request itself. */
    private final String place;

    private Body(JsonNode object, String place) {
        this.object = object;
        this.place = place;
    }

    /**
     * Reads it.
     *
     * @param known keys that may be in it
     */
    static Body of(Context request, Set<String> known) {
        JsonNode node;
        try {
            node = MAPPER.readTree(request.bodyAsBytes());
        } catch (JacksonException e) {
            throw new ConfigException("The request is not a JSON document: " + e.getOriginalMessage() + ".", e);
        }
        if (!node.isObject()) {
            throw new ConfigException("The request must be a JSON object with the keys "
                    + String.join(", ", new TreeSet<>(known)) + ", was " + words(node) + ".");
        }
        return of(node, "", known);
    }

    private static Body of(JsonNode node, String place, Set<String> known) {
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                throw new ConfigException("The request has the key \"" + place + shortened(key) + "\"; known are "
                        + String.join(", ", new TreeSet<>(known)) + "." + Suggestion.didYouMean(key, known));
            }
        }
        return new Body(node, place);
    }

    /**
     * The objects of a list that must be there, in order.
     *
     * @param known keys that may be in each
     */
    List<Body> objects(String key, Set<String> known) {
        JsonNode list = object.path(key);
        if (!list.isArray()) {
            throw wrong(key, "a list of objects", list);
        }
        List<Body> objects = new ArrayList<>();
        for (JsonNode one : list) {
            String at = key + "[" + objects.size() + "]";
            if (!one.isObject()) {
                throw wrong(at, "an object", one);
            }
            objects.add(of(one, place + at + ".", known));
        }
        return objects;
    }

    /** A text that must be there. */
    String requiredText(String key) {
        return text(key).orElseThrow(() -> wrong(key, "a text", object.path(key)));
    }

    /** A text; empty where it is absent. */
    Optional<String> text(String key) {
        JsonNode value = object.path(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw wrong(key, "a text", value);
        }
        return Optional.of(value.asString());
    }

    /** A truth value; false where it is absent. */
    boolean yes(String key) {
        JsonNode value = object.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw wrong(key, "true or false", value);
        }
        return value.asBoolean(false);
    }

    /** A whole number of at least 1; 1 where it is absent. */
    int count(String key) {
        JsonNode value = object.path(key);
        if (value.isMissingNode()) {
            return 1;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < 1) {
            throw wrong(key, "a whole number of at least 1", value);
        }
        return value.asInt();
    }

    /** Numbers of images; none where they are absent. */
    List<Long> numbers(String key) {
        JsonNode list = object.path(key);
        if (!list.isMissingNode() && !list.isArray()) {
            throw wrong(key, "a list of numbers of images", list);
        }
        List<Long> numbers = new ArrayList<>();
        for (JsonNode value : list) {
            if (!value.isIntegralNumber() || !value.canConvertToLong()) {
                throw wrong(key + "[" + numbers.size() + "]", "the number of an image", value);
            }
            numbers.add(value.asLong());
        }
        return numbers;
    }

    /**
     * A value that does not suit its key.
     *
     * @param wanted what it should be, with its article
     */
    ConfigException wrong(String key, String wanted, JsonNode value) {
        return new ConfigException("\"" + place + key + "\" must be " + wanted + ", was " + words(value) + ".");
    }

    /**
     * The value of a key, which does not suit it.
     *
     * @param wanted what it should be, with its article
     */
    ConfigException wrong(String key, String wanted) {
        return wrong(key, wanted, object.path(key));
    }

    private static String words(JsonNode value) {
        if (value.isMissingNode()) {
            return "absent";
        }
        if (value.isArray()) {
            return "a list of " + value.size();
        }
        return value.isObject() ? "an object" : shortened(value.toString());
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
