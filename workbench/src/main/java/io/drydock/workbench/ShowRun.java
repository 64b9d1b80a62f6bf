package io.drydock.workbench;

import io.drydock.core.error.WorkspaceException;
import io.drydock.workbench.run.RunSummary;
import io.drydock.workbench.run.ShownRun;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.run.MetricsLog;
import io.drydock.workspace.run.RunFolder;
import io.drydock.workspace.run.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code drydock show RUN}: all that one run's folder tells. Safe for use by many threads. */
public final class ShowRun {
    private final JsonMapper mapper = JsonMapper.builder().build();

    /**
     * Shows a run.
     *
     * @param workspace folder of the workspace
     * @param run folder name, number or {@code latest}
     * @throws WorkspaceException if there is no such run, or its files cannot be read
     */
    public ShownRun run(Path workspace, String run) {
        RunStore runs = Workspace.open(workspace).runs();
        RunFolder folder = runs.resolve(run);
        return new ShownRun(
                RunSummary.of(runs.entry(folder)),
                configuration(folder),
                MetricsLog.read(folder.metrics()),
                folder.path(),
                files(folder.path()));
    }

    private Optional<JsonNode> configuration(RunFolder folder) {
        if (!Files.isRegularFile(folder.runJson())) {
            return Optional.empty();
        }
        try {
            JsonNode document = mapper.readTree(folder.readRunJson());
            if (document.isObject()) {
                return Optional.of(document);
            }
        } catch (JacksonException damaged) {
            throw new WorkspaceException(folder.runJson() + " is damaged. " + folder.restoring(), damaged);
        }
        throw new WorkspaceException(folder.runJson() + " is damaged: it holds no JSON object. " + folder.restoring());
    }

    private static List<String> files(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(file -> file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new WorkspaceException("Could not list " + folder + ": " + e.getMessage() + ".", e);
        }
    }
}
