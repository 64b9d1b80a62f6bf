package io.drydock.image.montage;

import io.drydock.core.data.ImageSize;
import io.drydock.image.decode.Pixels;
import io.drydock.image.resize.ResizeMode;
import io.drydock.image.resize.Resizer;
import java.util.Arrays;
import java.util.List;

/**
 * Pictures side by side on one sheet, row by row, each padded to the same tile.
 *
 * @param columns tiles a row, at least 1
 * @param gapPx between tiles and around them
 * @param background gray level in 0..255 of the sheet
 */
public record Montage(int columns, ImageSize tile, int gapPx, int background) {
    public Montage {
        if (columns < 1 || gapPx < 0 || background < 0 || background > 255) {
            throw new IllegalArgumentException("a montage needs at least 1 column, a gap of at least 0 and a background"
                    + " in 0..255, were " + columns + ", " + gapPx + ", " + background);
        }
    }

    /** Tiles with a gap of 4 pixels on white. */
    public static Montage of(int columns, ImageSize tile) {
        return new Montage(columns, tile, 4, 255);
    }

    /** The sheet of at least one picture. */
    public Pixels sheet(List<Pixels> pictures) {
        if (pictures.isEmpty()) {
            throw new IllegalArgumentException("a montage needs at least one picture");
        }
        int across = Math.min(columns, pictures.size());
        int down = (pictures.size() + columns - 1) / columns;
        int height = down * (tile.height() + gapPx) + gapPx;
        int width = across * (tile.width() + gapPx) + gapPx;
        byte[] sheet = new byte[Math.multiplyExact(Math.multiplyExact(height, width), 3)];
        Arrays.fill(sheet, (byte) background);
        for (int i = 0; i < pictures.size(); i++) {
            int top = gapPx + i / columns * (tile.height() + gapPx);
            int left = gapPx + i % columns * (tile.width() + gapPx);
            place(fitted(pictures.get(i)), sheet, top, left, width);
        }
        return new Pixels(height, width, sheet);
    }

    private Pixels fitted(Pixels picture) {
        double scale = Math.min((double) tile.height() / picture.height(), (double) tile.width() / picture.width());
        ImageSize size =
                new ImageSize((int) Math.max(1, Math.min(tile.height(), Math.round(picture.height() * scale))), (int)
                        Math.max(1, Math.min(tile.width(), Math.round(picture.width() * scale))));
        return new Resizer(ResizeMode.SQUISH, size).apply(picture);
    }

    private void place(Pixels picture, byte[] sheet, int top, int left, int sheetWidth) {
        int y = top + (tile.height() - picture.height()) / 2;
        int x = left + (tile.width() - picture.width()) / 2;
        int rowBytes = picture.width() * 3;
        for (int row = 0; row < picture.height(); row++) {
            System.arraycopy(picture.rgb(), row * rowBytes, sheet, ((y + row) * sheetWidth + x) * 3, rowBytes);
        }
    }
}
