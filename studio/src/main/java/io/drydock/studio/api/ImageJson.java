package io.drydock.studio.api;

import io.drydock.core.data.FileProblem;
import io.drydock.core.finding.Finding;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.label.JournalEntry;
import io.drydock.core.label.Verdict;
import io.drydock.workbench.BrowseImages;
import io.drydock.workbench.json.FindingJson;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.review.GridImage;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Images and what is known of them, as the page reads it. Safe for use by many threads. */
final class ImageJson {
    private static final int VERSION_DIGITS = 12;

    private ImageJson() {}

    /** An image of the grid. */
    static ObjectNode of(GridImage image) {
        ObjectNode node = JsonText.object();
        node.put("id", image.id());
        node.put("image", image.image());
        node.put("version", version(image.sha256()));
        node.put("part", image.part());
        node.put("label", image.label().orElse(null));
        node.put("imported", image.imported().orElse(null));
        node.set("verdict", verdict(image.verdict()));
        node.put("dropped", image.dropped());
        node.put("duplicate_of", image.duplicateOf().orElse(null));
        node.put("height", image.height());
        node.put("width", image.width());
        node.set("kinds", kinds(image.kinds()));
        node.put("predicted", image.predicted().orElse(null));
        node.set("probability", JsonText.number(image.probability()));
        node.set("loss", JsonText.number(image.loss()));
        node.set("changed", changed(image.changed()));
        return node;
    }

    /** How an image's file differs from what is known of it, with the remedy; null where it does not. */
    static JsonNode changed(Optional<FileProblem> changed) {
        return changed.<JsonNode>map(problem ->
                        JsonText.object().put("reason", problem.reason().key()).put("message", problem.message()))
                .orElseGet(JsonNodeFactory.instance::nullNode);
    }

    /** What tells one content of an image from another, for the addresses of its pictures. */
    static String version(String sha256) {
        return sha256.substring(0, Math.min(VERSION_DIGITS, sha256.length()));
    }

    static ArrayNode all(List<GridImage> images) {
        ArrayNode array = JsonText.array();
        images.forEach(image -> array.add(of(image)));
        return array;
    }

    static ArrayNode kinds(List<FindingKind> kinds) {
        return JsonText.strings(kinds.stream().map(FindingKind::key).toList());
    }

    static JsonNode verdict(Optional<Verdict> verdict) {
        return verdict.<JsonNode>map(given -> JsonText.object()
                        .put("action", given.action().key())
                        .put("by", given.by())
                        .put("at", JsonText.time(given.at()))
                        .put("seq", given.seq()))
                .orElseGet(JsonNodeFactory.instance::nullNode);
    }

    /** Everything known of one image. */
    static ObjectNode details(BrowseImages.Details details) {
        ObjectNode node = JsonText.object();
        node.set("image", of(details.image()));
        ArrayNode probabilities = node.putArray("probabilities");
        details.probabilities().forEach(value -> probabilities.add(JsonText.number(value)));
        ArrayNode history = node.putArray("history");
        details.history()
                .forEach(entry ->
                        history.add(entry(entry).put("undone", details.undone().contains(entry.seq()))));
        ArrayNode findings = node.putArray("findings");
        details.findings().forEach(finding -> findings.add(finding(finding)));
        node.set("twins", all(details.twins()));
        ObjectNode checks = node.putObject("checks");
        details.checks().forEach((name, value) -> checks.set(name, JsonText.number(value)));
        return node;
    }

    static ObjectNode entry(JournalEntry entry) {
        ObjectNode node = JsonText.object();
        node.put("seq", entry.seq());
        node.put("batch", entry.batch());
        node.put("action", entry.action().key());
        node.put("image", entry.image());
        node.put("old", entry.oldLabel().orElse(null));
        node.put("new", entry.newLabel().orElse(null));
        node.put("by", entry.by());
        node.put("at", JsonText.time(entry.at()));
        node.put("why", entry.why());
        return node;
    }

    /** A finding with its evidence; classes by index stay with the caller, who knows their codes. */
    static ObjectNode finding(Finding finding) {
        ObjectNode node = JsonText.object();
        node.put("finding", finding.id());
        node.put("kind", finding.kind().key());
        node.put("rank", finding.rank());
        node.set("score", JsonText.number(finding.score()));
        node.set("evidence", FindingJson.value(finding.evidence()));
        return node;
    }
}
