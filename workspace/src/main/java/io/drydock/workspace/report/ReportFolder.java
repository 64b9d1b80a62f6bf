package io.drydock.workspace.report;

import io.drydock.core.file.AtomicFile;
import io.drydock.core.file.Existing;
import java.nio.file.Path;

/** The self-contained HTML reports of a workspace; the newest of a name replaces the last. Safe for use by many threads. */
public final class ReportFolder {
    private final Path folder;

    public ReportFolder(Path folder) {
        this.folder = folder;
    }

    public Path path() {
        return folder;
    }

    /** Where a report of this name lies, such as {@code inspect.html}. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes a report in one step, and returns where. */
    public Path write(String name, String html) {
        Path file = file(name);
        AtomicFile.write(file, html, Existing.REPLACE);
        return file;
    }
}
