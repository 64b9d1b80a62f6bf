package io.drydock.studio.api;

import io.drydock.core.error.ConfigException;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.metric.Measured;
import io.drydock.core.text.Suggestion;
import io.drydock.workbench.BrowseImages;
import io.drydock.workbench.ReviewQueue;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.review.GridImage;
import io.drydock.workbench.review.LeftErrors;
import io.drydock.workbench.review.ReviewFilter;
import io.drydock.workbench.review.ReviewItem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/review}: the queue. Safe for use by many threads. */
public final class ReviewRoutes {
    private static final Set<String> NAMES = Set.of("kind", "label", "suggested", "part", "check", "show");

    private final ReviewQueue queue;
    private final BrowseImages images;

    public ReviewRoutes(ReviewQueue queue, BrowseImages images) {
        this.queue = queue;
        this.images = images;
    }

    /** Adds its routes. */
    public void addTo(RoutesConfig routes) {
        routes.get("/api/review", this::queue);
        routes.get("/api/review/counts", this::counts);
    }

    private void queue(Context request) {
        Query.allow(request, Query.withStretch(NAMES));
        ReviewQueue.Stretch stretch =
                queue.run(filter(request), Query.count(request, "offset", 0), Query.limit(request));
        ObjectNode document = JsonText.object();
        document.put("part", stretch.part());
        document.put("total", stretch.total());
        document.put("seen", stretch.seen());
        document.put("changed", stretch.changed());
        document.set(
                "errors_left",
                stretch.errorsLeft()
                        .errors()
                        .map(LeftErrors::errors)
                        .map(ReviewRoutes::measured)
                        .orElseGet(JsonNodeFactory.instance::nullNode));
        document.put("errors_left_current", stretch.errorsLeft().current());
        document.put(
                "errors_left_note",
                stretch.errorsLeft().errors().flatMap(LeftErrors::note).orElse(null));
        document.put("progress", stretch.progress());
        document.put("matching", stretch.matching());
        document.put("unsure", stretch.unsure());
        document.put("offset", stretch.offset());
        document.put("position", stretch.position());
        List<String> paths =
                stretch.items().stream().map(item -> item.finding().image()).toList();
        Map<Long, GridImage> shown = new HashMap<>();
        images.images(paths).forEach(image -> shown.put(image.id(), image));
        ArrayNode items = document.putArray("queue");
        stretch.items().forEach(item -> items.add(item(item, Optional.ofNullable(shown.get(item.imageId())))));
        Reply.json(request, document);
    }

    private static JsonNode measured(Measured score) {
        return JsonText.measured(score.value(), score.low(), score.high());
    }

    private static ObjectNode item(ReviewItem item, Optional<GridImage> image) {
        ObjectNode node = ImageJson.finding(item.finding());
        node.put("id", item.imageId());
        node.put("image", item.finding().image());
        node.put("part", item.part());
        node.put("label", item.label().orElse(null));
        node.put("suggested", item.suggested().orElse(null));
        node.set("kinds", ImageJson.kinds(item.kinds()));
        node.set("verdict", ImageJson.verdict(item.verdict()));
        node.put("status", item.status().name().toLowerCase(Locale.ROOT));
        node.put(
                "version", image.map(known -> ImageJson.version(known.sha256())).orElse(""));
        node.set("changed", ImageJson.changed(image.flatMap(GridImage::changed)));
        return node;
    }

    private void counts(Context request) {
        Query.allow(request, NAMES);
        ObjectNode document = JsonText.object();
        ObjectNode kinds = document.putObject("kinds");
        queue.counts(filter(request)).forEach((kind, count) -> kinds.put(kind.key(), count));
        document.set("checks", JsonText.strings(queue.checks()));
        Reply.json(request, document);
    }

    private static ReviewFilter filter(Context request) {
        Set<FindingKind> kinds = new LinkedHashSet<>();
        Query.list(request, "kind").forEach(key -> kinds.add(kind(key)));
        return new ReviewFilter(
                kinds,
                Query.text(request, "label"),
                Query.text(request, "suggested"),
                Query.text(request, "part"),
                Query.text(request, "check"),
                Query.text(request, "show").map(ReviewRoutes::show).orElse(ReviewFilter.Show.OPEN));
    }

    /** A kind by its key. @throws ConfigException if there is none, naming the nearest */
    static FindingKind kind(String key) {
        return FindingKind.of(key).orElseThrow(() -> {
            List<String> keys =
                    Arrays.stream(FindingKind.values()).map(FindingKind::key).toList();
            return new ConfigException("There is no kind of finding \"" + key + "\"; there are "
                    + String.join(", ", keys) + "." + Suggestion.didYouMean(key, keys));
        });
    }

    private static ReviewFilter.Show show(String key) {
        return Arrays.stream(ReviewFilter.Show.values())
                .filter(show -> show.name().equalsIgnoreCase(key))
                .findFirst()
                .orElseThrow(() ->
                        new ConfigException("\"show\" must be open, unsure, settled or all, was \"" + key + "\"."));
    }
}
