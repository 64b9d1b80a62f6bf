package io.drydock.workbench;

import io.drydock.workbench.run.RunSummary;
import io.drydock.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;

/** {@code drydock runs}: every run of a workspace by number. Safe for use by many threads. */
public final class ListRuns {
    /** @param workspace folder of the workspace */
    public List<RunSummary> run(Path workspace) {
        return Workspace.open(workspace).runs().list().stream()
                .map(RunSummary::of)
                .toList();
    }
}
