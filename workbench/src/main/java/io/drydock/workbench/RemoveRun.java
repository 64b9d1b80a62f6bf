package io.drydock.workbench;

import io.drydock.core.error.WorkspaceException;
import io.drydock.workspace.Workspace;
import java.nio.file.Path;

/** {@code drydock runs rm RUN}: moves a run to the workspace's trash. Safe for use by many threads. */
public final class RemoveRun {
    /**
     * Removes a run; its number is not given again.
     *
     * @param workspace folder of the workspace
     * @param run folder name, number or {@code latest}
     * @return where it lies now
     * @throws WorkspaceException if there is no such run, or it is being trained
     */
    public Path run(Path workspace, String run) {
        return Workspace.open(workspace).runs().remove(run);
    }
}
