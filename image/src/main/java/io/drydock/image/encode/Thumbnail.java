package io.drydock.image.encode;

import io.drydock.core.data.ImageSize;
import io.drydock.image.decode.Pixels;
import io.drydock.image.resize.ResizeMode;
import io.drydock.image.resize.Resizer;
import java.util.Base64;

/** Small copies of pictures for reports and pages: the shape stays, nothing is enlarged. Safe for use by many threads. */
public final class Thumbnail {
    private static final int QUALITY = 80;

    private Thumbnail() {}

    /** The picture shrunk until neither side exceeds {@code longerSidePx}. */
    public static Pixels of(Pixels pixels, int longerSidePx) {
        double scale = (double) longerSidePx / Math.max(pixels.height(), pixels.width());
        if (scale >= 1) {
            return pixels;
        }
        ImageSize size = new ImageSize((int) Math.max(1, Math.round(pixels.height() * scale)), (int)
                Math.max(1, Math.round(pixels.width() * scale)));
        return new Resizer(ResizeMode.SQUISH, size).apply(pixels);
    }

    /** A JPEG file of the thumbnail. */
    public static byte[] jpeg(Pixels pixels, int longerSidePx) {
        return ImageEncoder.jpeg(of(pixels, longerSidePx), QUALITY);
    }

    /** The thumbnail as a {@code data:} URI for self-contained HTML and SVG. */
    public static String dataUri(Pixels pixels, int longerSidePx) {
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg(pixels, longerSidePx));
    }
}
