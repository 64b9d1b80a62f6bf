package io.drydock.workbench.issue;

import io.drydock.core.error.DataException;
import io.drydock.core.predict.Probabilities;
import io.drydock.workbench.run.StoredProbabilities;
import io.drydock.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * The probabilities that labels were last held against, kept in the cache, so that the estimate of wrong labels can follow a
 * review without predicting again. Safe for use by many threads.
 */
public final class KeptProbabilities {
    private static final String FILE = "probabilities.csv";

    private KeptProbabilities() {}

    /** Keeps them in place of earlier ones. */
    public static void keep(Workspace workspace, Probabilities probabilities) {
        StoredProbabilities.write(file(workspace), probabilities, workspace);
    }

    /** Those kept last, if any are and they are of the classes now. */
    public static Optional<Probabilities> find(Workspace workspace) {
        try {
            return StoredProbabilities.read(file(workspace), workspace.classes(), workspace);
        } catch (DataException otherClasses) {
            return Optional.empty();
        }
    }

    /** A text that changes when other probabilities are kept; empty where none are. */
    public static String version(Workspace workspace) {
        Path file = file(workspace);
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return found.lastModifiedTime().toInstant() + " " + found.size() + " " + found.fileKey();
        } catch (IOException absent) {
            return "";
        }
    }

    private static Path file(Workspace workspace) {
        return workspace.cache().folder("label-issues").resolve(FILE);
    }
}
