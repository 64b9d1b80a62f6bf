package io.drydock.studio.api;

import io.drydock.workbench.BrowseImages;
import io.drydock.workbench.FindNeighbors;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.review.GridImage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/images/{id}/neighbors}: images that look alike, with their labels. Safe for use by many threads. */
public final class NeighborRoutes {
    private static final int COUNT = 8;

    private final FindNeighbors neighbors;
    private final BrowseImages images;

    public NeighborRoutes(FindNeighbors neighbors, BrowseImages images) {
        this.neighbors = neighbors;
        this.images = images;
    }

    /** Adds its route. */
    public void addTo(RoutesConfig routes) {
        routes.get("/api/images/{id}/neighbors", this::neighbors);
    }

    private void neighbors(Context request) {
        Query.allow(request, Set.of());
        long id = Query.image(request);
        images.paths(List.of(id));
        FindNeighbors.Answer answer = neighbors.of(id, COUNT);
        ObjectNode document = JsonText.object();
        document.put("ready", answer.ready());
        document.put("message", answer.message());
        ArrayNode array = document.putArray("neighbors");
        Map<String, Double> similarities = new HashMap<>();
        answer.neighbors().forEach(one -> similarities.put(one.image(), one.similarity()));
        List<String> paths =
                answer.neighbors().stream().map(FindNeighbors.Neighbor::image).toList();
        for (GridImage image : images.images(paths)) {
            ObjectNode node = ImageJson.of(image);
            node.set("similarity", JsonText.number(similarities.getOrDefault(image.image(), 0.0)));
            array.add(node);
        }
        Reply.json(request, document);
    }
}
