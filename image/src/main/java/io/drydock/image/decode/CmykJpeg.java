package io.drydock.image.decode;

import java.awt.image.Raster;

/**
 * JPEG of four components. With Adobe's marker the inks are stored inverted, as Photoshop does, and with transform 2
 * as YCCK; without it they are plain inks. No color profile is applied: R = (255 - C)(255 - K) / 255.
 */
final class CmykJpeg {
    private static final int YCCK = 2;

    private CmykJpeg() {}

    static Pixels toRgb(Raster raster, int adobeTransform) {
        int height = raster.getHeight();
        int width = raster.getWidth();
        byte[] rgb = new byte[height * width * 3];
        int[] row = new int[width * 4];
        boolean inverted = adobeTransform >= 0;
        int at = 0;
        for (int y = 0; y < height; y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < row.length; x += 4) {
                if (adobeTransform == YCCK) {
                    fromYcc(row, x);
                }
                int key = inverted ? row[x + 3] : 255 - row[x + 3];
                for (int c = 0; c < 3; c++) {
                    int light = inverted ? row[x + c] : 255 - row[x + c];
                    rgb[at++] = (byte) ((light * key + 127) / 255);
                }
            }
        }
        return new Pixels(height, width, rgb);
    }

    private static void fromYcc(int[] row, int x) {
        double luma = row[x];
        double blue = row[x + 1] - 128;
        double red = row[x + 2] - 128;
        // Adobe stores YCC of the inverted inks, so what comes out is what an uncoded Adobe file would hold.
        row[x] = clamp(luma + 1.402 * red);
        row[x + 1] = clamp(luma - 0.344136 * blue - 0.714136 * red);
        row[x + 2] = clamp(luma + 1.772 * blue);
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
