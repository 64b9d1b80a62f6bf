package io.drydock.image.heatmap;

import io.drydock.image.decode.Pixels;

/**
 * A map of importance, such as a Grad-CAM, laid over its picture: enlarged smoothly, scaled to its own maximum, colored
 * by {@link Inferno}, the more opaque the more important, over the picture in grey. Safe for use by many threads.
 *
 * @param opacity of the most important place, in (0, 1]
 */
public record HeatMap(double opacity) {
    public HeatMap {
        if (!(opacity > 0 && opacity <= 1)) {
            throw new IllegalArgumentException("heat map opacity must lie in (0, 1], was " + opacity);
        }
    }

    /** Opaque enough to read, open enough to see the picture. */
    public HeatMap() {
        this(0.75);
    }

    /**
     * The picture with the map on it.
     *
     * @param map [rows][columns] of importances, negative counting as 0; a map without any leaves the picture grey
     */
    public Pixels over(Pixels pixels, float[][] map) {
        if (map.length == 0 || map[0].length == 0) {
            throw new IllegalArgumentException("a heat map needs at least one value");
        }
        float highest = 0;
        for (float[] row : map) {
            for (float value : row) {
                highest = Math.max(highest, value);
            }
        }
        byte[] source = pixels.rgb();
        byte[] target = new byte[source.length];
        for (int y = 0, at = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++, at += 3) {
                double value = highest > 0 ? at(map, y, x, pixels) / highest : 0;
                double share = opacity * Math.min(1, value * 1.5);
                int luma = ((source[at] & 0xFF) * 299 + (source[at + 1] & 0xFF) * 587 + (source[at + 2] & 0xFF) * 114)
                        / 1000;
                int color = Inferno.color(value);
                target[at] = mix(luma, color >> 16 & 0xFF, share);
                target[at + 1] = mix(luma, color >> 8 & 0xFF, share);
                target[at + 2] = mix(luma, color & 0xFF, share);
            }
        }
        return new Pixels(pixels.height(), pixels.width(), target);
    }

    private static byte mix(int under, int over, double share) {
        return (byte) Math.round(under + (over - under) * share);
    }

    /** Bilinear between the cells' centres, constant outside them. */
    private static double at(float[][] map, int y, int x, Pixels pixels) {
        double row = Math.max(0, Math.min(map.length - 1, (y + 0.5) * map.length / pixels.height() - 0.5));
        double column = Math.max(0, Math.min(map[0].length - 1, (x + 0.5) * map[0].length / pixels.width() - 0.5));
        int top = (int) row;
        int left = (int) column;
        int bottom = Math.min(map.length - 1, top + 1);
        int right = Math.min(map[0].length - 1, left + 1);
        double down = row - top;
        double across = column - left;
        double upper = positive(map[top][left]) * (1 - across) + positive(map[top][right]) * across;
        double lower = positive(map[bottom][left]) * (1 - across) + positive(map[bottom][right]) * across;
        return upper * (1 - down) + lower * down;
    }

    private static double positive(float value) {
        return value > 0 ? value : 0;
    }
}
