package io.drydock.workbench.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * All that one run's folder tells.
 *
 * @param configuration run.json: the complete configuration and its provenance; empty when it stopped before that
 * @param events lines of metrics.jsonl, one JSON document each
 * @param folder absolute folder
 * @param files names of what lies in it, in order
 */
public record ShownRun(
        RunSummary summary, Optional<JsonNode> configuration, List<String> events, Path folder, List<String> files) {
    public ShownRun {
        events = List.copyOf(events);
        files = List.copyOf(files);
    }
}
