package io.drydock.workbench.split;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to split.
 *
 * @param workspace folder of the workspace
 * @param validShare share of labelled images for validation, in (0, 1)
 * @param folds number of folds beside the parts; 0 for none
 * @param from a split made elsewhere, to import instead of drawing one
 */
public record SplitRequest(Path workspace, double validShare, long seed, int folds, Optional<Path> from) {
    /** Draws 85:15 without folds. */
    public static SplitRequest of(Path workspace, long seed) {
        return new SplitRequest(workspace, 0.15, seed, 0, Optional.empty());
    }

    public SplitRequest withValidShare(double share) {
        return new SplitRequest(workspace, share, seed, folds, from);
    }

    public SplitRequest withFolds(int count) {
        return new SplitRequest(workspace, validShare, seed, count, from);
    }

    public SplitRequest withFrom(Path file) {
        return new SplitRequest(workspace, validShare, seed, folds, Optional.of(file));
    }
}
