package io.drydock.studio.api;

import io.drydock.core.label.Action;
import io.drydock.workbench.BrowseImages;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.review.BrowseFilter;
import io.drydock.workbench.review.BrowseFilter.Range;
import io.drydock.workbench.review.BrowseSort;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/images}: the grid, and everything known of one image. Safe for use by many threads. */
public final class GridRoutes {
    private static final Set<String> NAMES = Set.of(
            "label",
            "predicted",
            "part",
            "verdict",
            "kind",
            "dropped",
            "text",
            "gray",
            "bright_from",
            "bright_to",
            "sort",
            "order",
            "run");
    private static final List<String> VERDICTS = Stream.concat(
                    Arrays.stream(Action.values()).filter(Action::isDecision).map(Action::key),
                    Stream.of(BrowseFilter.UNDECIDED))
            .toList();

    private final BrowseImages images;

    public GridRoutes(BrowseImages images) {
        this.images = images;
    }

    /** Adds its routes. */
    public void addTo(RoutesConfig routes) {
        routes.get("/api/images", this::stretch);
        routes.get("/api/images/ids", this::ids);
        routes.get("/api/images/{id}", this::details);
    }

    private void stretch(Context request) {
        Query.allow(request, Query.withStretch(NAMES));
        BrowseImages.Stretch stretch =
                images.run(request(request), Query.count(request, "offset", 0), Query.limit(request));
        ObjectNode document = JsonText.object();
        document.put("total", stretch.total());
        document.put("matching", stretch.matching());
        document.put("offset", stretch.offset());
        document.put("position", stretch.position());
        document.set("images", ImageJson.all(stretch.images()));
        Reply.json(request, document);
    }

    private void ids(Context request) {
        Query.allow(request, NAMES);
        ObjectNode document = JsonText.object();
        ArrayNode ids = document.putArray("ids");
        List<Long> found = images.ids(request(request));
        found.forEach(ids::add);
        ArrayNode toPredict = document.putArray("to_predict");
        images.toPredict(found).forEach(toPredict::add);
        Reply.json(request, document);
    }

    private void details(Context request) {
        Query.allow(request, Set.of("run"));
        Reply.json(request, ImageJson.details(images.details(Query.image(request), Query.text(request, "run"))));
    }

    private static BrowseImages.Request request(Context request) {
        List<String> verdicts = Query.list(request, "verdict");
        verdicts.forEach(verdict -> Query.requireWord("verdict", verdict, VERDICTS));
        BrowseSort sort = Query.text(request, "sort").map(BrowseSort::of).orElse(BrowseSort.IMPORT);
        BrowseFilter filter = new BrowseFilter(
                Query.text(request, "label"),
                Query.text(request, "predicted"),
                Query.text(request, "part"),
                new LinkedHashSet<>(verdicts),
                Query.text(request, "kind").map(ReviewRoutes::kind),
                Query.word(request, "dropped", List.of("yes", "no")).map("yes"::equals),
                Query.text(request, "text").map(String::strip).orElse(""),
                Query.share(request, "gray").orElse(0.0),
                brightness(request));
        return new BrowseImages.Request(
                filter,
                sort,
                Query.word(request, "order", List.of("up", "down"))
                        .map("down"::equals)
                        .orElse(sort.fallsFirst()),
                Query.text(request, "run"));
    }

    private static Range brightness(Context request) {
        Optional<Double> low = Query.share(request, "bright_from");
        Optional<Double> high = Query.share(request, "bright_to");
        return low.isEmpty() && high.isEmpty() ? Range.ALL : new Range(low.orElse(0.0), high.orElse(1.0));
    }
}
