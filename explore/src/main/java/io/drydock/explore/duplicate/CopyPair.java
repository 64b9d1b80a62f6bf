package io.drydock.explore.duplicate;

import io.drydock.image.hash.Orientation;

/**
 * Two pictures that were found to show the same.
 *
 * @param first row of the one, below {@code second}
 * @param second row of the other
 * @param match how they agree once the first is laid over the second
 */
public record CopyPair(int first, int second, Match match) {
    public CopyPair {
        if (first >= second) {
            throw new IllegalArgumentException("a pair is written lower row first, were " + first + ", " + second);
        }
    }

    /** Correlation of the aligned pictures, in [0, 1]. */
    public double similarity() {
        return match.similarity();
    }

    /** How the first must be turned to lie as the second. */
    public Orientation orientation() {
        return match.orientation();
    }
}
