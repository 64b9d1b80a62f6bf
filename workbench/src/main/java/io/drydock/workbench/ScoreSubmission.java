package io.drydock.workbench;

import io.drydock.core.error.ConfigException;
import io.drydock.core.error.WorkspaceException;
import io.drydock.workbench.submission.SubmissionLine;
import io.drydock.workspace.Workspace;
import java.nio.file.Path;

/** {@code drydock submissions score N SCORE}: notes what the leaderboard said. Safe for use by many threads. */
public final class ScoreSubmission {
    /**
     * Notes a score; a later one replaces it.
     *
     * @param workspace folder of the workspace
     * @param number of the submission
     * @param score as the leaderboard shows it
     * @throws ConfigException if the score is not a finite number
     * @throws WorkspaceException if there is no such submission
     */
    public SubmissionLine run(Path workspace, int number, double score) {
        if (!Double.isFinite(score)) {
            throw new ConfigException("A score is a number such as 0.925, was " + score + ".");
        }
        Workspace opened = Workspace.open(workspace);
        return SubmissionLine.of(opened, opened.submissions().score(number, score));
    }
}
