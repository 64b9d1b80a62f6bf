package io.drydock.image.compose;

import io.drydock.core.data.ImageSize;
import io.drydock.core.random.RandomStream;
import io.drydock.image.decode.Pixels;
import io.drydock.image.resize.ResizeMode;
import io.drydock.image.resize.Resizer;

/** A picture being put together, [height][width][3] in 0..255. For one thread at a time. */
final class Sheet {
    private static final double GRAIN = 1.5;

    private final int height;
    private final int width;
    private final float[] rgb;

    private Sheet(int height, int width, float[] rgb) {
        this.height = height;
        this.width = width;
        this.rgb = rgb;
    }

    static Sheet of(Pixels pixels) {
        float[] rgb = new float[pixels.rgb().length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = pixels.rgb()[i] & 0xFF;
        }
        return new Sheet(pixels.height(), pixels.width(), rgb);
    }

    /** One picture above another of the same width. */
    static Pixels stacked(Pixels top, Pixels bottom) {
        int height = top.height() + bottom.height();
        byte[] rgb = new byte[height * top.width() * 3];
        System.arraycopy(top.rgb(), 0, rgb, 0, top.rgb().length);
        System.arraycopy(bottom.rgb(), 0, rgb, top.rgb().length, bottom.rgb().length);
        return new Pixels(height, top.width(), rgb);
    }

    /** A picture at another size. */
    static Pixels resized(Pixels pixels, int height, int width) {
        return new Resizer(ResizeMode.SQUISH, new ImageSize(Math.max(1, height), Math.max(1, width))).apply(pixels);
    }

    /** The rows of a picture from one to another, the last excluded. */
    static Pixels rows(Pixels pixels, int from, int to) {
        int stride = pixels.width() * 3;
        byte[] rgb = new byte[(to - from) * stride];
        System.arraycopy(pixels.rgb(), from * stride, rgb, 0, rgb.length);
        return new Pixels(to - from, pixels.width(), rgb);
    }

    /**
     * Lays a picture over this, its edges fading out.
     *
     * @param fade share of the picture's sides over which it fades in, above 0
     */
    void lay(Pixels picture, int top, int left, double fade) {
        for (int row = 0; row < picture.height(); row++) {
            double vertical = edge(row, picture.height(), fade);
            for (int column = 0; column < picture.width(); column++) {
                float share = (float) (vertical * edge(column, picture.width(), fade));
                int at = ((top + row) * width + left + column) * 3;
                for (int c = 0; c < 3; c++) {
                    rgb[at + c] += share * (picture.at(row, column, c) - rgb[at + c]);
                }
            }
        }
    }

    private static double edge(int at, int length, double fade) {
        return Math.min(1, (Math.min(at, length - 1 - at) + 0.5) / (fade * length));
    }

    /** Blurs along the columns within so many rows of one, where two backdrops meet. */
    void softenSeam(int row, int reach) {
        float[] before = rgb.clone();
        int stride = width * 3;
        for (int y = Math.max(0, row - reach); y < Math.min(height, row + reach); y++) {
            int low = Math.max(0, y - reach);
            int high = Math.min(height - 1, y + reach);
            for (int i = 0; i < stride; i++) {
                float sum = 0;
                for (int k = low; k <= high; k++) {
                    sum += before[k * stride + i];
                }
                rgb[y * stride + i] = sum / (high - low + 1);
            }
        }
    }

    /** The picture, with a little grain over all of it, so that smooth places do not give away what was laid where. */
    Pixels developed(RandomStream random) {
        boolean mirrored = random.chance(0.5);
        byte[] bytes = new byte[rgb.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int from = (y * width + (mirrored ? width - 1 - x : x)) * 3;
                for (int c = 0; c < 3; c++) {
                    double value = rgb[from + c] + GRAIN * random.nextGaussian();
                    bytes[(y * width + x) * 3 + c] = (byte) Math.max(0, Math.min(255, Math.round(value)));
                }
            }
        }
        return new Pixels(height, width, bytes);
    }
}
