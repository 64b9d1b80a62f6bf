package io.drydock.explore.duplicate;

import io.drydock.image.hash.Orientation;

/**
 * Two rows that may show the same.
 *
 * @param first below {@code second}
 * @param orientation in which the first, turned, may lie as the second
 */
record Candidate(int first, int second, Orientation orientation) {
    /** Of {@code row} turned to lie as {@code other}, whichever is lower. */
    static Candidate of(int row, int other, Orientation orientation) {
        return row < other ? new Candidate(row, other, orientation) : new Candidate(other, row, orientation.inverse());
    }
}
