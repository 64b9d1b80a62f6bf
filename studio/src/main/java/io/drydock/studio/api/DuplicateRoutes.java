package io.drydock.studio.api;

import io.drydock.core.finding.Copy;
import io.drydock.workbench.BrowseImages;
import io.drydock.workbench.CompareCopies;
import io.drydock.workbench.duplicate.CopyView;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.review.GridImage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/duplicates}: groups of copies, each with the one to keep. Safe for use by many threads. */
public final class DuplicateRoutes {
    private final CompareCopies copies;
    private final BrowseImages images;

    public DuplicateRoutes(CompareCopies copies, BrowseImages images) {
        this.copies = copies;
        this.images = images;
    }

    /** Adds its route. */
    public void addTo(RoutesConfig routes) {
        routes.get("/api/duplicates", this::groups);
    }

    private void groups(Context request) {
        Query.allow(request, Set.of());
        CompareCopies.Answer answer = copies.now();
        ObjectNode document = JsonText.object();
        document.put("ready", answer.ready());
        document.put("message", answer.message());
        Map<String, GridImage> known = new HashMap<>();
        List<String> paths = answer.groups().stream()
                .flatMap(view -> view.group().images().stream().map(Copy::image))
                .toList();
        images.images(paths).forEach(image -> known.put(image.image(), image));
        ArrayNode groups = document.putArray("groups");
        answer.groups().forEach(view -> groups.add(group(view, known)));
        Reply.json(request, document);
    }

    private static ObjectNode group(CopyView view, Map<String, GridImage> known) {
        ObjectNode node = JsonText.object();
        node.put("kind", view.group().kind().key());
        node.put("relation", view.group().relation().key());
        node.set("similarity", JsonText.number(view.group().similarity()));
        node.put("keep_reason", view.group().keepReason());
        ArrayNode array = node.putArray("images");
        for (Copy copy : view.group().images()) {
            @Nullable GridImage image = known.get(copy.image());
            if (image == null) {
                continue;
            }
            if (copy.image().equals(view.group().keep())) {
                node.put("keep", image.id());
            }
            ObjectNode shown = ImageJson.of(image);
            view.of(copy.image()).ifPresent(laid -> shown.set("laid", laid(laid)));
            array.add(shown);
        }
        return node;
    }

    private static ObjectNode laid(CopyView.Laid laid) {
        return JsonText.object()
                .put("orientation", laid.orientation())
                .put("similarity", laid.similarity())
                .put("scale", laid.scale())
                .put("degrees", laid.degrees());
    }
}
