package io.drydock.image.decode;

/** Windows and OS/2 bitmaps. */
final class BmpReader implements FormatReader {
    private static final int OS2_HEADER = 12;

    @Override
    public boolean matches(FileBytes file) {
        return file.startsWith(0, "BM") && file.length() >= 18 && file.u32(14, true) < 256;
    }

    @Override
    public ImageHeader header(FileBytes file) {
        boolean os2 = file.u32(14, true) == OS2_HEADER;
        int width = os2 ? file.u16(18, true) : (int) file.u32(18, true);
        int height = os2 ? file.u16(20, true) : Math.abs((int) file.u32(22, true));
        int bits = bitsPerPixel(file);
        return new ImageHeader(ImageFormat.BMP, height, width, bits <= 8 ? ColorMode.PALETTE : ColorMode.RGB, 8, 1);
    }

    @Override
    public void requireWhole(FileBytes file) {
        boolean compressed = file.u32(14, true) != OS2_HEADER && file.u32(30, true) % 3 != 0;
        if (!compressed) {
            ImageHeader header = header(file);
            long rowBytes = ((long) header.width() * bitsPerPixel(file) + 31) / 32 * 4;
            file.require(file.u32(10, true) + rowBytes * header.height());
        }
    }

    private static int bitsPerPixel(FileBytes file) {
        return file.u16(file.u32(14, true) == OS2_HEADER ? 24 : 28, true);
    }
}
