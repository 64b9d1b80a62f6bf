package io.drydock.workbench.json;

import io.drydock.core.run.RunEvent;
import tools.jackson.databind.node.ObjectNode;

/** One event of a training as one JSON line: what {@code train --json} prints and {@code metrics.jsonl} holds. Safe for use by many threads. */
public final class EventJson {
    private EventJson() {}

    /** The event's fields in order, {@code event} first. */
    public static ObjectNode of(RunEvent event) {
        ObjectNode node = JsonText.object();
        event.fields().forEach((name, value) -> {
            if (value instanceof Double || value instanceof Float) {
                node.set(name, JsonText.number(((Number) value).doubleValue()));
            } else if (value instanceof Number number) {
                node.put(name, number.longValue());
            } else if (value instanceof Boolean flag) {
                node.put(name, flag);
            } else {
                node.put(name, String.valueOf(value));
            }
        });
        return node;
    }
}
