package io.drydock.image.compose;

import io.drydock.core.data.ImageSize;
import io.drydock.image.decode.Pixels;

/** Surroundings without a subject, made from the edge of a picture. Safe for use by many threads. */
final class Backdrop {
    /** Share of a picture's height that counts as its upper or lower edge. */
    private static final double EDGE = 0.16;

    private static final int SEAM = 3;

    private Backdrop() {}

    /**
     * The upper edge drawn out down to a horizon, the lower edge from there on.
     *
     * @param horizon row, inside the size
     */
    static Sheet drawnOut(Pixels picture, ImageSize size, int horizon) {
        int edge = Math.max(2, (int) (EDGE * picture.height()));
        int row = Math.max(1, Math.min(size.height() - 1, horizon));
        Pixels upper = Sheet.resized(Sheet.rows(picture, 0, edge), row, size.width());
        Pixels lower = Sheet.resized(
                Sheet.rows(picture, picture.height() - edge, picture.height()), size.height() - row, size.width());
        Sheet sheet = Sheet.of(Sheet.stacked(upper, lower));
        sheet.softenSeam(row, SEAM);
        return sheet;
    }

    /** A picture's upper and lower edge in place of the whole, in its size: what it would be without its subject. */
    static Pixels emptied(Pixels picture) {
        int edge = Math.max(2, (int) (EDGE * picture.height()));
        Pixels upper = Sheet.rows(picture, 0, edge);
        Pixels lower = Sheet.rows(picture, picture.height() - edge, picture.height());
        return Sheet.resized(Sheet.stacked(upper, lower), picture.height(), picture.width());
    }
}
