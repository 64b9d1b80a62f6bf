package io.drydock.workbench.json;

import io.drydock.core.error.DataException;
import io.drydock.core.label.Action;
import io.drydock.core.text.Suggestion;
import io.drydock.workbench.DecideLabels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One decision as a line of JSON.
 *
 * @param undoes whether {@code steps} are to be taken back rather than put back
 * @param steps of an undo or redo; 0 for a decision about images
 */
public record DecisionLine(DecideLabels.Request request, boolean undoes, int steps) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> KEYS =
            List.of("action", "images", "image", "to", "by", "why", "finding", "yes", "steps");
    private static final Set<Action> REVERSALS = Set.of(Action.UNDO, Action.REDO);

    /**
     * Reads a line.
     *
     * @throws DataException if it is no JSON object, a key is unknown, or a value has the wrong type
     */
    public static DecisionLine parse(String line) {
        JsonNode node = tree(line);
        node.propertyNames().forEach(key -> {
            if (!KEYS.contains(key)) {
                throw new DataException("Unknown key \"" + key + "\"; known are " + String.join(", ", KEYS) + "."
                        + Suggestion.didYouMean(key, KEYS));
            }
        });
        Action action = action(text(node, "action").orElse(""));
        DecideLabels.Request request = new DecideLabels.Request(
                action,
                images(node),
                text(node, "to"),
                text(node, "by").orElse(System.getProperty("user.name", "")),
                text(node, "why").orElse(""),
                text(node, "finding"),
                node.path("yes").asBoolean(false),
                true);
        int steps = REVERSALS.contains(action) ? node.path("steps").asInt(1) : 0;
        return new DecisionLine(request, action == Action.UNDO, steps);
    }

    private static JsonNode tree(String line) {
        try {
            JsonNode node = MAPPER.readTree(line);
            if (!node.isObject()) {
                throw new DataException(
                        "A line must be a JSON object such as {\"action\":\"keep\",\"images\":[\"a.jpg\"]}.");
            }
            return node;
        } catch (JacksonException e) {
            throw new DataException("The line is no JSON: " + e.getOriginalMessage() + ".", e);
        }
    }

    private static Action action(String key) {
        List<String> keys = Arrays.stream(Action.values())
                .filter(action -> action != Action.IMPORT)
                .map(Action::key)
                .toList();
        if (!keys.contains(key)) {
            throw new DataException("\"action\" must be one of " + String.join(", ", keys) + ", was \"" + key + "\"."
                    + Suggestion.didYouMean(key, keys));
        }
        return Action.of(key);
    }

    private static List<String> images(JsonNode node) {
        List<String> images = new ArrayList<>();
        text(node, "image").ifPresent(images::add);
        JsonNode list = node.path("images");
        if (!list.isMissingNode() && !list.isArray()) {
            throw new DataException("\"images\" must be a list of paths.");
        }
        list.forEach(image -> images.add(image.asString()));
        return images;
    }

    private static Optional<String> text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString() && !value.isNumber()) {
            throw new DataException("\"" + key + "\" must be a text.");
        }
        return Optional.of(value.asString());
    }
}
