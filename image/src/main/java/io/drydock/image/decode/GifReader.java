package io.drydock.image.decode;

import io.drydock.core.error.ImageException;

/** GIF 87a and 89a: the canvas is the picture; only the first frame is read. */
final class GifReader implements FormatReader {
    @Override
    public boolean matches(FileBytes file) {
        return file.startsWith(0, "GIF87a") || file.startsWith(0, "GIF89a");
    }

    @Override
    public ImageHeader header(FileBytes file) {
        return new ImageHeader(ImageFormat.GIF, file.u16(8, true), file.u16(6, true), ColorMode.PALETTE, 8, 1);
    }

    @Override
    public void requireWhole(FileBytes file) {
        long at = 13L + palette(file.u8(10));
        while (true) {
            int block = file.u8(at);
            if (block == 0x2C) {
                requireInside(file, at);
                long data = at + 10 + palette(file.u8(at + 9));
                skipSubBlocks(file, data + 1);
                GifData.requireWhole(file, data, file.u16(at + 5, true), file.u16(at + 7, true));
                return;
            }
            if (block != 0x21) {
                throw new ImageException("damaged: GIF without a frame");
            }
            at = skipSubBlocks(file, at + 2);
        }
    }

    private static void requireInside(FileBytes file, long frame) {
        int right = file.u16(frame + 1, true) + file.u16(frame + 5, true);
        int bottom = file.u16(frame + 3, true) + file.u16(frame + 7, true);
        if (right > file.u16(6, true) || bottom > file.u16(8, true)) {
            throw new ImageException("damaged: GIF frame reaches to " + bottom + "x" + right + ", outside its canvas");
        }
    }

    private static long skipSubBlocks(FileBytes file, long start) {
        long at = start;
        while (file.u8(at) != 0) {
            at += 1 + file.u8(at);
        }
        return at + 1;
    }

    private static int palette(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }
}
