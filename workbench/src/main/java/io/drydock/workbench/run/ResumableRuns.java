package io.drydock.workbench.run;

import io.drydock.core.error.ConfigException;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.run.RunEntry;
import io.drydock.workspace.run.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the runs that can be resumed. Safe for use by many threads. */
public final class ResumableRuns {
    private ResumableRuns() {}

    /** Runs that began and were stopped, or failed behind a checkpoint, in order of their numbers. */
    public static List<RunSummary> of(Workspace workspace) {
        return workspace.runs().list().stream()
                .filter(ResumableRuns::canResume)
                .map(RunSummary::of)
                .toList();
    }

    /**
     * The name of the only run that can be resumed.
     *
     * @param workspace folder of the workspace
     * @throws ConfigException if there is none, or listing them if there are several
     */
    public static String only(Path workspace) {
        List<RunSummary> runs = of(Workspace.open(workspace));
        if (runs.isEmpty()) {
            throw new ConfigException(
                    "No run can be resumed: none was stopped before its end. Train one by drydock train.");
        }
        if (runs.size() > 1) {
            throw new ConfigException(runs.size() + " runs can be resumed. Name one, such as drydock resume "
                    + runs.get(0).id() + ":"
                    + runs.stream().map(ResumableRuns::line).collect(Collectors.joining()));
        }
        return runs.get(0).run();
    }

    private static boolean canResume(RunEntry run) {
        boolean began = Files.isRegularFile(run.folder().runJson());
        return began
                && (run.status() == RunStatus.INTERRUPTED
                        || (run.status() == RunStatus.FAILED
                                && Files.isDirectory(run.folder().checkpoint())));
    }

    private static String line(RunSummary run) {
        return System.lineSeparator() + "  " + run.run() + "  " + run.status() + " after " + run.epochsDone() + " of "
                + run.epochs() + " epochs, recipe " + run.recipe() + ", started " + run.startedAt();
    }
}
