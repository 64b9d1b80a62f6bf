package io.drydock.studio.api;

import io.drydock.workbench.NoteClasses;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.picture.ClassNote;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/notes}: what people should know to tell the classes. Safe for use by many threads. */
public final class NoteRoutes {
    private final NoteClasses notes;

    public NoteRoutes(NoteClasses notes) {
        this.notes = notes;
    }

    /** Adds its routes. */
    public void addTo(RoutesConfig routes) {
        routes.get("/api/notes", request -> {
            Query.allow(request, Set.of());
            all(request);
        });
        routes.post("/api/notes", this::write);
    }

    private void all(Context request) {
        ObjectNode document = JsonText.object();
        ArrayNode array = document.putArray("notes");
        for (ClassNote note : notes.all()) {
            ObjectNode node = array.addObject()
                    .put("code", note.label().code())
                    .put("text", note.text())
                    .put("chosen", note.chosen());
            ArrayNode references = node.putArray("references");
            note.references().forEach(references::add);
        }
        Reply.json(request, document);
    }

    private void write(Context request) {
        Body body = Body.of(request, Set.of("class", "text", "references"));
        notes.write(body.requiredText("class"), body.text("text").orElse(""), body.numbers("references"));
        all(request);
    }
}
