package io.drydock.bench.duplicate;

import io.drydock.core.data.ImageSize;
import io.drydock.core.random.RandomStream;
import io.drydock.image.decode.Pixels;
import io.drydock.image.encode.ImageEncoder;
import io.drydock.image.hash.Orientation;
import io.drydock.image.resize.ResizeMode;
import io.drydock.image.resize.Resizer;
import java.awt.Color;

/** A way to make a copy of a picture, of a strength drawn at random; the peers' column is theirs at one middle strength. */
enum Distortion {
    JPEG("JPEG quality 25-60", 0.95, "70 / 100 / 100", "67"),
    RESIZE("resize .4-.8", 0.95, "87 / 100 / 100", "87"),
    BRIGHTNESS("brightness .7-1.4", 0.95, "14 / 76 / 99", "11"),
    WATERMARK("watermark text", 0.95, "7 / 64 / 98", "8"),
    CROP("crop 3-8 % a side", 0.80, "0 / 5 / 62", "0"),
    BORDER("border 3-10 px", 0, "0 / 5 / 54", "0"),
    ROTATION("rotation 1-4 degrees", 0, "0 / 4 / 54", "0"),
    FLIPPED("flip, horizontal", 0.95, "0 / 0 / 0", "0"),
    FLIPPED_VERTICALLY("flip, vertical", 0.95, "", ""),
    HALF_TURN("half turn", 0.95, "", ""),
    QUARTER_TURN("quarter turn", 0.95, "", ""),
    THREE_QUARTER_TURN("three-quarter turn", 0.95, "", ""),
    TRANSPOSED("transposed", 0.95, "", ""),
    TRANSVERSE("transverse", 0.95, "", "");

    private static final int QUALITY = 90;

    private final String words;
    private final double target;
    private final String hashRecall;
    private final String peerRecall;

    Distortion(String words, double target, String hashRecall, String peerRecall) {
        this.words = words;
        this.target = target;
        this.hashRecall = hashRecall;
        this.peerRecall = peerRecall;
    }

    String words() {
        return words;
    }

    /** Recall to reach, in [0, 1]; 0 where none is asked for. */
    double target() {
        return target;
    }

    /** Recall in percent of a 64-bit hash at distances 0, 4 and 10. */
    String hashRecall() {
        return hashRecall;
    }

    /** Recall in percent of cleanvision. */
    String peerRecall() {
        return peerRecall;
    }

    /** A JPEG file of the changed picture. */
    byte[] file(Pixels pixels, RandomStream random) {
        return switch (this) {
            case JPEG -> ImageEncoder.jpeg(pixels, (int) Math.round(random.uniform(25, 60)));
            case RESIZE -> ImageEncoder.jpeg(resized(pixels, random.uniform(0.4, 0.8)), QUALITY);
            case BRIGHTNESS -> drawn(Canvas.of(pixels).brightened(random.uniform(0.7, 1.4)));
            case WATERMARK -> drawn(Canvas.of(pixels).marked(random));
            case CROP -> drawn(Canvas.of(pixels).cropped(side(random), side(random), side(random), side(random)));
            case BORDER -> drawn(Canvas.of(pixels).framed((int) Math.round(random.uniform(3, 10)), color(random)));
            case ROTATION ->
                drawn(Canvas.of(pixels).rotated(random.uniform(1, 4) * (random.chance(0.5) ? 1 : -1), Color.BLACK));
            default -> ImageEncoder.jpeg(turned(pixels, Orientation.valueOf(name())), QUALITY);
        };
    }

    private static byte[] drawn(Canvas canvas) {
        return ImageEncoder.jpeg(canvas.pixels(), QUALITY);
    }

    private static double side(RandomStream random) {
        return random.uniform(0.03, 0.08);
    }

    private static Color color(RandomStream random) {
        double draw = random.nextDouble();
        return draw < 0.4
                ? Color.BLACK
                : draw < 0.8 ? Color.WHITE : new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }

    private static Pixels resized(Pixels pixels, double scale) {
        ImageSize size =
                new ImageSize((int) Math.round(pixels.height() * scale), (int) Math.round(pixels.width() * scale));
        return new Resizer(ResizeMode.SQUISH, size).apply(pixels);
    }

    private static Pixels turned(Pixels pixels, Orientation orientation) {
        int height = orientation.swapsSides() ? pixels.width() : pixels.height();
        int width = orientation.swapsSides() ? pixels.height() : pixels.width();
        byte[] rgb = new byte[height * width * 3];
        boolean rows = reversesRows(orientation);
        boolean columns = reversesColumns(orientation);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int r = orientation.swapsSides() ? column : row;
                int c = orientation.swapsSides() ? row : column;
                r = rows ? pixels.height() - 1 - r : r;
                c = columns ? pixels.width() - 1 - c : c;
                for (int channel = 0; channel < 3; channel++) {
                    rgb[(row * width + column) * 3 + channel] = (byte) pixels.at(r, c, channel);
                }
            }
        }
        return new Pixels(height, width, rgb);
    }

    private static boolean reversesRows(Orientation orientation) {
        return orientation == Orientation.FLIPPED_VERTICALLY
                || orientation == Orientation.HALF_TURN
                || orientation == Orientation.QUARTER_TURN
                || orientation == Orientation.TRANSVERSE;
    }

    private static boolean reversesColumns(Orientation orientation) {
        return orientation == Orientation.FLIPPED
                || orientation == Orientation.HALF_TURN
                || orientation == Orientation.THREE_QUARTER_TURN
                || orientation == Orientation.TRANSVERSE;
    }
}
