package io.drydock.workbench.config;

import io.drydock.core.error.ConfigException;
import io.drydock.core.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lays keys over a complete configuration; a key that the configuration lacks is an error naming the nearest one. */
final class StrictMerge {
    private StrictMerge() {}

    /** Changes {@code base}; hyphens and underscores in keys are the same. */
    static void into(ObjectNode base, ObjectNode over, String source) {
        into(base, over, source, "");
    }

    private static void into(ObjectNode base, ObjectNode over, String source, String path) {
        for (Map.Entry<String, JsonNode> entry : over.properties()) {
            String key = entry.getKey().replace('-', '_');
            String full = path + key;
            if (!base.has(key)) {
                List<String> known = new ArrayList<>(base.propertyNames());
                throw new ConfigException(source + ": unknown key \"" + full + "\"."
                        + Suggestion.nearest(key, known)
                                .map(near -> " Did you mean \"" + path + near + "\"?")
                                .orElse(" Known keys here: " + String.join(", ", known) + "."));
            }
            JsonNode mine = base.get(key);
            JsonNode theirs = entry.getValue();
            if (mine instanceof ObjectNode inner && theirs instanceof ObjectNode outer) {
                into(inner, outer, source, full + ".");
            } else if (mine instanceof ObjectNode) {
                throw new ConfigException(source + ": \"" + full + "\" holds keys of its own ("
                        + String.join(", ", mine.propertyNames()) + "), but was given " + theirs + ".");
            } else {
                base.set(key, theirs);
            }
        }
    }
}
