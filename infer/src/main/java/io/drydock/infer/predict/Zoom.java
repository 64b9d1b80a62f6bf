package io.drydock.infer.predict;

import io.drydock.image.decode.Pixels;

/** A part of a picture enlarged to the picture's size, bilinear. */
final class Zoom {
    private Zoom() {}

    /**
     * @param zoom at least 1
     * @param alongX where the part lies from left to right, -1 to 1, 0 in the middle
     * @param alongY the same from top to bottom
     */
    static Pixels of(Pixels picture, double zoom, double alongX, double alongY) {
        int height = picture.height();
        int width = picture.width();
        double step = 1 / zoom;
        double left = (width - 1) * (1 - step) * (1 + alongX) / 2;
        double top = (height - 1) * (1 - step) * (1 + alongY) / 2;
        byte[] from = picture.rgb();
        byte[] to = new byte[from.length];
        for (int y = 0; y < height; y++) {
            double sourceY = top + y * step;
            int y0 = (int) sourceY;
            double downward = sourceY - y0;
            int above = y0 * width;
            int below = Math.min(height - 1, y0 + 1) * width;
            for (int x = 0; x < width; x++) {
                double sourceX = left + x * step;
                int x0 = (int) sourceX;
                int x1 = Math.min(width - 1, x0 + 1);
                double rightward = sourceX - x0;
                for (int c = 0; c < 3; c++) {
                    double upper = mix(from, (above + x0) * 3 + c, (above + x1) * 3 + c, rightward);
                    double lower = mix(from, (below + x0) * 3 + c, (below + x1) * 3 + c, rightward);
                    to[(y * width + x) * 3 + c] = (byte) Math.round(upper + (lower - upper) * downward);
                }
            }
        }
        return new Pixels(height, width, to);
    }

    private static double mix(byte[] values, int first, int second, double share) {
        int a = values[first] & 0xFF;
        return a + ((values[second] & 0xFF) - a) * share;
    }
}
