package io.drydock.workbench.json;

import io.drydock.core.data.ClassList;
import io.drydock.core.finding.Finding;
import io.drydock.core.label.Verdict;
import io.drydock.core.split.Part;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The shape {@code FINDING} of all documents that list findings. Safe for use by many threads. */
public final class FindingJson {
    private FindingJson() {}

    /** A finding with what was decided about its image. */
    public static ObjectNode of(Finding finding, ClassList classes, Optional<Verdict> verdict) {
        ObjectNode node = JsonText.object()
                .put("finding", finding.id())
                .put("kind", finding.kind().key())
                .put("rank", finding.rank());
        node.set("score", JsonText.number(finding.score()));
        node.put("image", finding.image());
        node.put("part", finding.part().map(Part::key).orElse(null));
        node.put("label", code(classes, finding.label()));
        node.put("suggested", code(classes, finding.suggested()));
        node.put("verdict", verdict.map(said -> said.action().key()).orElse(null));
        node.set("evidence", value(finding.evidence()));
        return node;
    }

    private static @Nullable String code(ClassList classes, OptionalInt index) {
        return index.isPresent() && index.getAsInt() < classes.size()
                ? classes.get(index.getAsInt()).code()
                : null;
    }

    /** A value of evidence: texts, numbers, booleans, and lists and maps of them. */
    public static JsonNode value(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            ObjectNode node = JsonText.object();
            map.forEach((key, inner) -> node.set(String.valueOf(key), value(inner)));
            return node;
        }
        if (value instanceof Collection<?> list) {
            ArrayNode node = JsonText.array();
            list.forEach(inner -> node.add(value(inner)));
            return node;
        }
        if (value instanceof Boolean truth) {
            return JsonNodeFactory.instance.booleanNode(truth);
        }
        if (value instanceof Integer || value instanceof Long) {
            return JsonNodeFactory.instance.numberNode(((Number) value).longValue());
        }
        if (value instanceof Number number) {
            return JsonText.number(number.doubleValue());
        }
        return value == null
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance.stringNode(String.valueOf(value));
    }
}
