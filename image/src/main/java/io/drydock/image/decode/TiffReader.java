package io.drydock.image.decode;

import io.drydock.core.error.ImageException;

/** TIFF 6.0: the first page. */
final class TiffReader implements FormatReader {
    private static final int PALETTE = 3;
    private static final int CMYK = 5;

    @Override
    public boolean matches(FileBytes file) {
        return TiffTags.matches(file, 0);
    }

    @Override
    public ImageHeader header(FileBytes file) {
        TiffTags tags = new TiffTags(file, 0);
        long height = tags.value(TiffTags.HEIGHT, 0);
        long width = tags.value(TiffTags.WIDTH, 0);
        if (height > Integer.MAX_VALUE || width > Integer.MAX_VALUE) {
            throw new ImageException("declares a size of " + height + "x" + width);
        }
        return new ImageHeader(
                ImageFormat.TIFF,
                (int) height,
                (int) width,
                mode(tags),
                (int) tags.value(TiffTags.BITS, 1),
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
        requireWhole(file, tags.values(TiffTags.STRIP_OFFSETS), tags.values(TiffTags.STRIP_BYTES));
        requireWhole(file, tags.values(TiffTags.TILE_OFFSETS), tags.values(TiffTags.TILE_BYTES));
    }

    private static void requireWhole(FileBytes file, long[] offsets, long[] sizes) {
        for (int i = 0; i < Math.min(offsets.length, sizes.length); i++) {
            file.require(offsets[i] + sizes[i]);
        }
    }
}
