package io.drydock.workbench.json;

import io.drydock.workbench.machine.MachineReport;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The document {@code drydock.doctor/1}. Safe for use by many threads. */
public final class MachineJson {
    private MachineJson() {}

    /** All that was found. */
    public static ObjectNode of(MachineReport machine) {
        ObjectNode document = JsonText.document("doctor")
                .put("java", machine.machine().java())
                .put("os", machine.machine().os())
                .put("cpu", machine.machine().cpu())
                .put("cores", machine.machine().cores())
                .put("heap_bytes", machine.machine().memoryBytes())
                .put("memory_bytes", machine.totalMemoryBytes())
                .put("free_memory_bytes", machine.freeMemoryBytes())
                .put("healthy", machine.healthy());
        ArrayNode libraries = document.putArray("libraries");
        machine.libraries()
                .forEach(library -> libraries
                        .addObject()
                        .put("name", library.name())
                        .put("purpose", library.purpose())
                        .put("loads", library.loads())
                        .put("version", library.version())
                        .put("message", library.message().isEmpty() ? null : library.message()));
        ArrayNode caches = document.putArray("caches");
        machine.caches()
                .forEach(cache -> caches.addObject()
                        .put("name", cache.name())
                        .put("folder", cache.folder().toString())
                        .put("size_bytes", cache.bytes()));
        return document;
    }
}
