package io.drydock.image.decode;

import io.drydock.core.error.ImageException;

/** EXIF orientation (tag 274): read from a file's EXIF block, and undone on stored pixels exactly once. */
final class ExifOrientation {
    private ExifOrientation() {}

    /** The orientation in 1..8 of the EXIF block that starts at {@code at}; 1 when it says nothing legible. */
    static int read(FileBytes file, long at) {
        if (!TiffTags.matches(file, at)) {
            return 1;
        }
        try {
            return valid(new TiffTags(file, at).value(TiffTags.ORIENTATION, 1));
        } catch (ImageException e) {
            return 1;
        }
    }

    static int valid(long orientation) {
        return orientation >= 1 && orientation <= 8 ? (int) orientation : 1;
    }

    /** Turns pixels as stored into the upright picture. */
    static Pixels upright(Pixels stored, int orientation) {
        if (orientation == 1) {
            return stored;
        }
        boolean transposed = orientation >= 5;
        int height = transposed ? stored.width() : stored.height();
        int width = transposed ? stored.height() : stored.width();
        boolean fromBottom = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
        boolean fromRight = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
        byte[] source = stored.rgb();
        byte[] target = new byte[source.length];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                // A transposed picture's rows are the stored columns; mirrors act on the upright axes.
                int r = transposed ? column : row;
                int c = transposed ? row : column;
                int sourceRow = (transposed ? fromRight : fromBottom) ? stored.height() - 1 - r : r;
                int sourceColumn = (transposed ? fromBottom : fromRight) ? stored.width() - 1 - c : c;
                System.arraycopy(
                        source, (sourceRow * stored.width() + sourceColumn) * 3, target, (row * width + column) * 3, 3);
            }
        }
        return new Pixels(height, width, target);
    }
}
