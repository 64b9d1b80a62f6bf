package io.drydock.workbench.review;

import io.drydock.core.error.WorkspaceException;
import io.drydock.core.split.Part;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The probabilities of runs, read again only when their files change. Safe for use by many threads. */
public final class RunViews {
    private final Workspace workspace;
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    public RunViews(Workspace workspace) {
        this.workspace = workspace;
    }

    private record Read(String stamp, RunView view) {}

    /**
     * What a run says.
     *
     * @param run folder name, number or {@code latest}
     * @throws WorkspaceException if there is no such run
     */
    public RunView of(String run) {
        RunFolder folder = workspace.runs().resolve(run);
        String stamp = stamp(folder);
        Read known = read.get(folder.name());
        if (known != null && known.stamp().equals(stamp)) {
            return known.view();
        }
        RunView view = RunView.of(folder, workspace.classes(), workspace);
        read.put(folder.name(), new Read(stamp, view));
        return view;
    }

    private String stamp(RunFolder folder) {
        StringBuilder stamp = new StringBuilder();
        stamp.append(workspace.images().revision()).append(' ');
        for (Part part : Part.values()) {
            Path file = folder.probabilities(part);
            try {
                if (Files.isRegularFile(file)) {
                    stamp.append(part.key())
                            .append(Files.getLastModifiedTime(file).toMillis())
                            .append('-')
                            .append(Files.size(file))
                            .append(' ');
                }
            } catch (IOException e) {
                throw new WorkspaceException("Could not look at " + file + ": " + e + ".", e);
            }
        }
        return stamp.toString();
    }
}
