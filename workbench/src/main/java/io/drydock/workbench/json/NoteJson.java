package io.drydock.workbench.json;

import io.drydock.core.data.ImportNote;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/** Notes of an import, as documents list them. Safe for use by many threads. */
final class NoteJson {
    private NoteJson() {}

    static ArrayNode of(List<ImportNote> notes) {
        ArrayNode array = JsonText.array();
        notes.forEach(note -> array.addObject()
                .put("code", note.code())
                .put("count", note.count())
                .put("message", note.message())
                .set("examples", JsonText.strings(note.examples())));
        return array;
    }
}
