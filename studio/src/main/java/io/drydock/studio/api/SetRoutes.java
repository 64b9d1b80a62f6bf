package io.drydock.studio.api;

import io.drydock.core.data.ClassLabel;
import io.drydock.core.finding.FindingKind;
import io.drydock.workbench.ListRuns;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.review.ImageEntry;
import io.drydock.workbench.review.ImageIndex;
import io.drydock.workbench.review.ImageSnapshot;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/set}: what the image set is made of, for menus and colors. Safe for use by many threads. */
public final class SetRoutes {
    private final Path workspace;
    private final ImageIndex index;
    private final String by;

    /** @param by who decides here */
    public SetRoutes(Path workspace, ImageIndex index, String by) {
        this.workspace = workspace;
        this.index = index;
        this.by = by;
    }

    /** Adds its route. */
    public void addTo(RoutesConfig routes) {
        routes.get("/api/set", this::describe);
    }

    private void describe(Context request) {
        Query.allow(request, Set.of());
        ImageSnapshot now = index.now();
        ObjectNode document = JsonText.object();
        Path name = workspace.getFileName();
        document.put("workspace", name == null ? workspace.toString() : name.toString());
        document.put("by", by);
        document.put("images", now.images().size());
        document.put("position", now.labels().position());
        Map<String, Integer> counts = new HashMap<>();
        now.labels().labels().values().forEach(code -> counts.merge(code, 1, Integer::sum));
        ArrayNode classes = document.putArray("classes");
        for (ClassLabel label : now.classes().classes()) {
            classes.addObject()
                    .put("code", label.code())
                    .put("name", label.name())
                    .put("count", counts.getOrDefault(label.code(), 0));
        }
        Map<String, Integer> parts = new TreeMap<>();
        for (ImageEntry image : now.images()) {
            parts.merge(image.part(), 1, Integer::sum);
        }
        ObjectNode partCounts = document.putObject("parts");
        parts.forEach(partCounts::put);
        ArrayNode kinds = document.putArray("kinds");
        for (FindingKind kind : FindingKind.values()) {
            kinds.addObject()
                    .put("key", kind.key())
                    .put("title", kind.title())
                    .put("meaning", kind.meaning())
                    .put("advice", kind.advice());
        }
        ArrayNode runs = document.putArray("runs");
        new ListRuns()
                .run(workspace).stream()
                        .filter(run -> run.status().equals("done"))
                        .forEach(run -> runs.add(run.run()));
        Reply.json(request, document);
    }
}
