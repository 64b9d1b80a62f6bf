package io.drydock.image.decode;

import io.drydock.core.error.ImageException;

/** WebP (RFC 9649), lossy, lossless and extended; of an animation the first frame. */
final class WebpReader implements FormatReader {
    private static final int FIRST_CHUNK = 12;

    @Override
    public boolean matches(FileBytes file) {
        return file.startsWith(0, "RIFF") && file.startsWith(8, "WEBP");
    }

    @Override
    public ImageHeader header(FileBytes file) {
        long data = FIRST_CHUNK + 8;
        if (file.startsWith(FIRST_CHUNK, "VP8 ")) {
            return header(file.u16(data + 8, true) & 0x3FFF, file.u16(data + 6, true) & 0x3FFF, false, 1);
        }
        if (file.startsWith(FIRST_CHUNK, "VP8L")) {
            long bits = file.u32(data + 1, true);
            return header((int) (bits >> 14 & 0x3FFF) + 1, (int) (bits & 0x3FFF) + 1, (bits >> 28 & 1) == 1, 1);
        }
        if (file.startsWith(FIRST_CHUNK, "VP8X")) {
            int flags = file.u8(data);
            int orientation = (flags & 0x08) == 0 ? 1 : orientation(file);
            return header(u24(file, data + 7) + 1, u24(file, data + 4) + 1, (flags & 0x10) != 0, orientation);
        }
        throw new ImageException("damaged: WebP without a picture chunk");
    }

    private static ImageHeader header(int height, int width, boolean alpha, int orientation) {
        ColorMode mode = alpha ? ColorMode.RGBA : ColorMode.RGB;
        return new ImageHeader(ImageFormat.WEBP, height, width, mode, 8, orientation);
    }

    private static int u24(FileBytes file, long at) {
        return file.u16(at, true) | file.u8(at + 2) << 16;
    }

    private static int orientation(FileBytes file) {
        long at = FIRST_CHUNK;
        while (at + 8 <= file.length()) {
            if (file.startsWith(at, "EXIF")) {
                return ExifOrientation.read(file, file.startsWith(at + 8, "Exif\0\0") ? at + 14 : at + 8);
            }
            long size = file.u32(at + 4, true);
            at += 8 + size + (size & 1);
        }
        return 1;
    }

    @Override
    public void requireWhole(FileBytes file) {
        file.require(8 + file.u32(4, true));
    }
}
