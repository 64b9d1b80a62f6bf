package io.drydock.workbench.json;

import io.drydock.workbench.InitWorkspace;
import io.drydock.workbench.init.RootFolders;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The document {@code drydock.init/1}. Safe for use by many threads. */
public final class InitJson {
    private InitJson() {}

    /** What the workspace holds now. */
    public static ObjectNode of(InitWorkspace.Result result) {
        ObjectNode document =
                JsonText.document("init").put("workspace", result.workspace().toString());
        RootFolders folders = result.folders();
        if (folders.folders().size() > 1 || folders.removed().size() > 1) {
            ArrayNode roots = document.putArray("image_folders");
            folders.folders()
                    .forEach(folder -> roots.addObject()
                            .put("folder", folder.path().toString())
                            .put("prefix", folder.prefix())
                            .put("added", folders.added().contains(folder.path())));
            ArrayNode removed = document.putArray("removed_image_folders");
            folders.removed().forEach(folder -> removed.add(folder.toString()));
        }
        document.set(
                "parts",
                JsonText.object()
                        .put("labelled", result.labeled())
                        .put("test", result.test())
                        .put("pool", result.pool()));
        ArrayNode classes = document.putArray("classes");
        result.classes()
                .classes()
                .forEach(label -> classes.addObject().put("code", label.code()).put("name", label.name()));
        document.put("scanned", result.scanned())
                .put("unchanged", result.unchanged())
                .put("added", result.added())
                .put("relabeled", result.relabeled())
                .put("rewritten", result.rewritten())
                .put("removed", result.removed())
                .put("pooled", result.pooled())
                .put("journal_position", result.journalPosition());
        document.set("unusable", InspectJson.unusable(result.unusable()));
        document.set("notes", NoteJson.of(result.notes()));
        document.set("damaged", InspectJson.damaged(result.damaged()));
        document.set("duplicates", InspectJson.groups(result.duplicates()));
        return document;
    }
}
