package io.drydock.studio.api;

import io.drydock.workbench.BrowseImages;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.review.BrowseFilter;
import io.drydock.workbench.review.BrowseFilter.Range;
import io.drydock.workbench.review.BrowseSort;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashSet;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/images}: the grid, and everything known of one image. Safe for use by many threads. */
public final class GridRoutes {
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
        ObjectNode document = JsonText.object();
        ArrayNode ids = document.putArray("ids");
        images.ids(request(request)).forEach(ids::add);
        Reply.json(request, document);
    }

    private void details(Context request) {
        Reply.json(request, ImageJson.details(images.details(Query.image(request), Query.text(request, "run"))));
    }

    private static BrowseImages.Request request(Context request) {
        BrowseFilter filter = new BrowseFilter(
                Query.text(request, "label"),
                Query.text(request, "predicted"),
                Query.text(request, "part"),
                new LinkedHashSet<>(Query.list(request, "verdict")),
                Query.text(request, "kind").map(ReviewRoutes::kind),
                Query.text(request, "dropped").map("yes"::equals),
                Query.text(request, "text").orElse(""),
                Query.number(request, "gray").orElse(0.0),
                brightness(request));
        return new BrowseImages.Request(
                filter,
                Query.text(request, "sort").map(BrowseSort::of).orElse(BrowseSort.IMPORT),
                Query.text(request, "order").map("down"::equals).orElse(false),
                Query.text(request, "run"));
    }

    private static Range brightness(Context request) {
        Optional<Double> low = Query.number(request, "bright_from");
        Optional<Double> high = Query.number(request, "bright_to");
        return low.isEmpty() && high.isEmpty() ? Range.ALL : new Range(low.orElse(0.0), high.orElse(1.0));
    }
}
