package io.drydock.studio.api;

import io.drydock.core.error.ConfigException;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON object that a request brings: keys that nobody knows are refused. Safe for use by many threads. */
final class Body {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JsonNode object;

    private Body(JsonNode object) {
        this.object = object;
    }

    /**
     * Reads it.
     *
     * @param known keys that may stand in it
     * @throws ConfigException if it is no object, or has another key
     */
    static Body of(Context request, Set<String> known) {
        JsonNode node;
        try {
            node = MAPPER.readTree(request.bodyAsBytes());
        } catch (JacksonException e) {
            throw new ConfigException("The request is not JSON.", e);
        }
        return of(node, known);
    }

    private static Body of(JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            throw new ConfigException("The request must be a JSON object.");
        }
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                throw new ConfigException("The request has the key \"" + key + "\"; known are " + known + ".");
            }
        }
        return new Body(node);
    }

    /**
     * The objects of a list, in order; none where it is absent.
     *
     * @param known keys that may stand in each
     * @throws ConfigException if one is no object, or has another key
     */
    List<Body> objects(String key, Set<String> known) {
        List<Body> objects = new ArrayList<>();
        for (JsonNode one : object.path(key)) {
            objects.add(of(one, known));
        }
        return objects;
    }

    /** @throws ConfigException if it is absent or no text */
    String requiredText(String key) {
        return text(key).orElseThrow(() -> new ConfigException("The request lacks \"" + key + "\"."));
    }

    /** @throws ConfigException if it is no text */
    Optional<String> text(String key) {
        JsonNode value = object.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw new ConfigException("\"" + key + "\" must be a text.");
        }
        return Optional.of(value.asString());
    }

    /** False where it is absent. */
    boolean yes(String key) {
        return object.path(key).asBoolean(false);
    }

    /** A whole number; 1 where it is absent. */
    int count(String key) {
        return object.path(key).asInt(1);
    }

    /** Numbers of images; none where absent. */
    List<Long> numbers(String key) {
        List<Long> numbers = new ArrayList<>();
        for (JsonNode value : object.path(key)) {
            if (!value.isIntegralNumber()) {
                throw new ConfigException("\"" + key + "\" must hold numbers of images, not " + value + ".");
            }
            numbers.add(value.asLong());
        }
        return numbers;
    }
}
