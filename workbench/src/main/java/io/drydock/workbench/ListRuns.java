package io.drydock.workbench;

import io.drydock.workbench.run.RunSummary;
import io.drydock.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;

/** {@code drydock runs}: every run of a workspace by number. Safe for use by many threads. */
public final class ListRuns {
    /** All runs of the workspace in a folder, by number. */
    public List<RunSummary> run(Path workspace) {
        return Workspace.open(workspace).runs().list().stream()
                .map(RunSummary::of)
                .toList();
    }
}
