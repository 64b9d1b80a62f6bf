package io.drydock.workbench.config;

import io.drydock.core.error.ConfigException;
import io.drydock.core.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lays keys over a complete configuration; a key that the configuration lacks is an error naming the nearest one. */
final class StrictMerge {
    private final UnaryOperator<String> place;

    /** @param place what messages call the place of a key, such as {@code plan.yaml line 3} */
    StrictMerge(UnaryOperator<String> place) {
        this.place = place;
    }

    /** Changes {@code base}; hyphens and underscores in keys are the same. */
    void into(ObjectNode base, ObjectNode over) {
        into(base, over, "");
    }

    private void into(ObjectNode base, ObjectNode over, String path) {
        for (Map.Entry<String, JsonNode> entry : over.properties()) {
            String key = entry.getKey().replace('-', '_');
            String full = path + key;
            if (!base.has(key)) {
                List<String> known = new ArrayList<>(base.propertyNames());
                throw new ConfigException(place.apply(full) + ": unknown key \"" + full + "\"."
                        + Suggestion.nearest(key, known)
                                .map(near -> " Did you mean \"" + path + near + "\"?")
                                .orElse(" Known keys here: " + String.join(", ", known) + "."));
            }
            JsonNode mine = base.get(key);
            JsonNode theirs = entry.getValue();
            if (theirs.isNull() && !mine.isNull()) {
                throw new ConfigException(
                        place.apply(full) + ": \"" + full + "\" has no value. Write one, or leave the key out.");
            }
            if (mine instanceof ObjectNode inner && theirs instanceof ObjectNode outer) {
                into(inner, outer, full + ".");
            } else if (mine instanceof ObjectNode) {
                throw new ConfigException(place.apply(full) + ": \"" + full + "\" holds keys of its own ("
                        + String.join(", ", mine.propertyNames()) + "), but was given " + theirs + ".");
            } else if (mine.isArray() && theirs.isString()) {
                base.set(key, list(theirs.asString()));
            } else if (theirs.isContainer() && !(mine.isArray() && theirs.isArray())) {
                throw new ConfigException(
                        place.apply(full) + ": \"" + full + "\" takes one value, but was given " + theirs + ".");
            } else {
                base.set(key, theirs);
            }
        }
    }

    /** Text with commas in place of a list. */
    private static ArrayNode list(String text) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String one : text.isBlank() ? new String[0] : text.split(",", -1)) {
            list.add(one.strip());
        }
        return list;
    }
}
