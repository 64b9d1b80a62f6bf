package io.drydock.image.hash;

import java.util.Locale;

/** The eight ways a picture can lie: turned clockwise by quarters, and mirrored. */
public enum Orientation {
    UPRIGHT(false, false, false),
    FLIPPED(false, true, false),
    FLIPPED_VERTICALLY(true, false, false),
    HALF_TURN(true, true, false),
    TRANSPOSED(false, false, true),
    THREE_QUARTER_TURN(false, true, true),
    QUARTER_TURN(true, false, true),
    TRANSVERSE(true, true, true);

    private final boolean reversedRows;
    private final boolean reversedColumns;
    private final boolean swapped;

    Orientation(boolean reversedRows, boolean reversedColumns, boolean swapped) {
        this.reversedRows = reversedRows;
        this.reversedColumns = reversedColumns;
        this.swapped = swapped;
    }

    /** Of reversing the order of rows, then of columns, then swapping rows with columns. */
    public static Orientation of(boolean reversedRows, boolean reversedColumns, boolean swapped) {
        return values()[(swapped ? 4 : 0) + (reversedRows ? 2 : 0) + (reversedColumns ? 1 : 0)];
    }

    /** Lower-case name as {@code --json} writes it, such as {@code half_turn}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether height and width change places. */
    public boolean swapsSides() {
        return swapped;
    }

    /** Whether left and right change places, as in a mirror, rather than by turning. */
    public boolean mirrors() {
        return reversedRows ^ reversedColumns ^ swapped;
    }

    /** The orientation that undoes this one. */
    public Orientation inverse() {
        return swapped ? of(reversedColumns, reversedRows, true) : this;
    }

    /** Index in a square of {@code side} x {@code side} values from which the turned square takes (row, column). */
    public int source(int row, int column, int side) {
        int r = swapped ? column : row;
        int c = swapped ? row : column;
        return (reversedRows ? side - 1 - r : r) * side + (reversedColumns ? side - 1 - c : c);
    }
}
