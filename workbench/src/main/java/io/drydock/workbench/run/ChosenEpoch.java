package io.drydock.workbench.run;

import io.drydock.core.error.WorkspaceException;
import io.drydock.workspace.run.RunFolder;
import java.nio.file.Files;
import tools.jackson.databind.JsonNode;

/**
 * Whether the epoch of a run was chosen by its score on the validation images ({@code --keep-best}, {@code --patience}). A score
 * on those images is then the best of several, and too good. Safe for use by many threads.
 */
public final class ChosenEpoch {
    /** What is said wherever such a score is shown. */
    public static final String NOTE =
            "The epoch was chosen by the score on these very images (--keep-best or --patience),"
                    + " so the score is too good.";

    private ChosenEpoch() {}

    /** Whether a run's configuration lets its validation score choose the epoch; false for a run without configuration. */
    public static boolean of(RunFolder run) {
        if (!Files.isRegularFile(run.runJson())) {
            return false;
        }
        try {
            JsonNode keep = RunDocument.config(run).path("keep");
            return chooses(
                    keep.path("best").asBoolean(false), keep.path("patience").asInt(0));
        } catch (WorkspaceException unreadable) {
            return false;
        }
    }

    /** Whether these settings let the validation score choose the epoch. */
    public static boolean chooses(boolean best, int patience) {
        return best || patience > 0;
    }
}
