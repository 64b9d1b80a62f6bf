package io.drydock.workbench.json;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How all documents are begun and written: raw doubles, NaN and infinities as null, times in UTC. Safe for use by many threads. */
public final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int VERSION = 1;

    private JsonText() {}

    /** A document of a kind such as {@code inspect}, with its schema as first key. */
    public static ObjectNode document(String kind) {
        return object().put("schema", "drydock." + kind + "/" + VERSION);
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** A number; null when it is not finite. */
    public static JsonNode number(double value) {
        return Double.isFinite(value)
                ? JsonNodeFactory.instance.numberNode(value)
                : JsonNodeFactory.instance.nullNode();
    }

    /** A measured score with its interval; null when it is not finite. */
    public static JsonNode measured(double value, double low, double high) {
        if (!Double.isFinite(value)) {
            return JsonNodeFactory.instance.nullNode();
        }
        ObjectNode node = object();
        node.set("value", number(value));
        node.set("low", number(low));
        node.set("high", number(high));
        return node;
    }

    public static ArrayNode strings(List<String> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array;
    }

    /** An instant in UTC, ISO-8601, to the second. */
    public static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The document in several lines. */
    public static String pretty(JsonNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    /** The document in one line, as event streams need it. */
    public static String line(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }
}
