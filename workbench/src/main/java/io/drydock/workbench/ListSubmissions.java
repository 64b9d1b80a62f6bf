package io.drydock.workbench;

import io.drydock.workbench.submission.SubmissionLine;
import io.drydock.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;

/** {@code drydock submissions}: the ledger by number. Safe for use by many threads. */
public final class ListSubmissions {
    /** All entries of the ledger of the workspace in a folder. */
    public List<SubmissionLine> run(Path workspace) {
        Workspace opened = Workspace.open(workspace);
        return opened.submissions().list().stream()
                .map(entered -> SubmissionLine.of(opened, entered))
                .toList();
    }
}
