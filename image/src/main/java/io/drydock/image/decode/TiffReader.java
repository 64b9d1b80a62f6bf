package io.drydock.image.decode;

import io.drydock.core.error.ImageException;
import java.util.Arrays;

/** TIFF 6.0: the first page. */
final class TiffReader implements FormatReader {
    private static final int PALETTE = 3;
    private static final int CMYK = 5;
    private static final long LARGEST_TILE = 4096L * 4096;

    @Override
    public boolean matches(FileBytes file) {
        return TiffTags.matches(file, 0);
    }

    @Override
    public ImageHeader header(FileBytes file) {
        TiffTags tags = new TiffTags(file, 0);
        long height = tags.single(TiffTags.HEIGHT, "height");
        long width = tags.single(TiffTags.WIDTH, "width");
        return new ImageHeader(
                ImageFormat.TIFF,
                (int) height,
                (int) width,
                mode(tags),
                (int) Arrays.stream(tags.values(TiffTags.BITS)).max().orElse(1),
                ExifOrientation.valid(tags.value(TiffTags.ORIENTATION, 1)));
    }

    private static ColorMode mode(TiffTags tags) {
        long photometric = tags.value(TiffTags.PHOTOMETRIC, 1);
        long samples = tags.value(TiffTags.SAMPLES, 1);
        if (photometric == PALETTE) {
            return ColorMode.PALETTE;
        }
        if (photometric == CMYK) {
            return ColorMode.CMYK;
        }
        return samples == 1
                ? ColorMode.GRAY
                : samples == 2 ? ColorMode.GRAY_ALPHA : samples == 3 ? ColorMode.RGB : ColorMode.RGBA;
    }

    @Override
    public void requireWhole(FileBytes file) {
        TiffTags tags = new TiffTags(file, 0);
        requireParts(tags);
        requireWhole(file, tags.values(TiffTags.STRIP_OFFSETS), tags.values(TiffTags.STRIP_BYTES));
        requireWhole(file, tags.values(TiffTags.TILE_OFFSETS), tags.values(TiffTags.TILE_BYTES));
    }

    /** Decoders set memory aside for a whole tile, and leave a picture as it is where strips are missing. */
    private static void requireParts(TiffTags tags) {
        long height = tags.single(TiffTags.HEIGHT, "height");
        long width = tags.single(TiffTags.WIDTH, "width");
        boolean tiled = tags.values(TiffTags.TILE_WIDTH).length > 0;
        long partHeight = tiled
                ? tags.single(TiffTags.TILE_HEIGHT, "tile height")
                : Math.min(height, Math.max(1, tags.value(TiffTags.STRIP_ROWS, height)));
        long partWidth = tiled ? tags.single(TiffTags.TILE_WIDTH, "tile width") : width;
        if (partHeight * partWidth > Math.max(LARGEST_TILE, height * width)) {
            throw new ImageException("refused: a TIFF tile of " + partHeight + "x" + partWidth);
        }
        long planes = tags.value(TiffTags.PLANES, 1) == 2 ? tags.value(TiffTags.SAMPLES, 1) : 1;
        long parts = planes * ((height + partHeight - 1) / partHeight) * ((width + partWidth - 1) / partWidth);
        int there = tags.values(tiled ? TiffTags.TILE_OFFSETS : TiffTags.STRIP_OFFSETS).length;
        if (there < parts) {
            throw new ImageException(
                    "truncated: the TIFF is cut off, with " + there + " of " + parts + (tiled ? " tiles" : " strips"));
        }
    }

    private static void requireWhole(FileBytes file, long[] offsets, long[] sizes) {
        for (int i = 0; i < Math.min(offsets.length, sizes.length); i++) {
            file.require(offsets[i] + sizes[i]);
        }
    }
}
