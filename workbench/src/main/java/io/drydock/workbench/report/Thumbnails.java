package io.drydock.workbench.report;

import io.drydock.core.data.ImageLocator;
import io.drydock.core.error.ImageException;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.decode.Pixels;
import io.drydock.image.encode.ImageEncoder;
import io.drydock.image.encode.Thumbnail;
import java.util.Arrays;

/** Pictures of a data set as small JPEGs, read from their files; a flat tile where a file cannot be read. Safe for use by many threads. */
public final class Thumbnails implements Pictures {
    private static final int QUALITY = 78;
    private static final int TILE_GRAY = 0x88;

    private final ImageLocator images;
    private final int longerSidePx;
    private final ImageDecoder decoder = new ImageDecoder();

    /** @param longerSidePx nothing is enlarged */
    public Thumbnails(ImageLocator images, int longerSidePx) {
        this.images = images;
        this.longerSidePx = longerSidePx;
    }

    @Override
    public Picture of(String image) {
        try {
            return of(decoder.decode(images.resolve(image)).pixels(), longerSidePx, image);
        } catch (ImageException unreadable) {
            byte[] gray = new byte[2 * 3 * 3];
            Arrays.fill(gray, (byte) TILE_GRAY);
            return of(new Pixels(2, 3, gray), longerSidePx, image + " cannot be read");
        }
    }

    /** Pixels as a JPEG whose sides do not exceed a length. */
    public static Picture of(Pixels pixels, int longerSidePx, String alt) {
        Pixels small = Thumbnail.of(pixels, longerSidePx);
        return new Picture(ImageEncoder.jpeg(small, QUALITY), small.width(), small.height(), alt);
    }
}
