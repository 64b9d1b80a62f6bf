package io.drydock.image.decode;

import io.drydock.core.error.ImageException;
import java.util.zip.CRC32;

/** PNG (ISO 15948): walks the chunks; the picture is whole when IEND is reached and every checksum holds. */
final class PngReader implements FormatReader {
    private static final int FIRST_CHUNK = 8;

    /** As libpng has it. */
    private static final int LONGEST_SIDE = 1_000_000;

    @Override
    public boolean matches(FileBytes file) {
        return file.startsWith(0, "\u0089PNG\r\n\u001A\n");
    }

    @Override
    public ImageHeader header(FileBytes file) {
        if (!file.startsWith(FIRST_CHUNK + 4, "IHDR")) {
            throw new ImageException("damaged: PNG without IHDR");
        }
        long height = file.u32(FIRST_CHUNK + 12, false);
        long width = file.u32(FIRST_CHUNK + 8, false);
        if (height > LONGEST_SIDE || width > LONGEST_SIDE) {
            throw new ImageException(
                    "declares a size of " + height + "x" + width + ", and a side of a PNG is at most " + LONGEST_SIDE);
        }
        requireSensible(file.u8(FIRST_CHUNK + 16), file.u8(FIRST_CHUNK + 17), file.u8(FIRST_CHUNK + 20));
        if (file.u16(FIRST_CHUNK + 18, false) != 0) {
            throw new ImageException("damaged: PNG with an unknown compression or filter method");
        }
        return new ImageHeader(
                ImageFormat.PNG,
                (int) height,
                (int) width,
                mode(file.u8(FIRST_CHUNK + 17)),
                file.u8(FIRST_CHUNK + 16),
                orientation(file));
    }

    private static void requireSensible(int bits, int colorType, int interlaced) {
        boolean known = switch (colorType) {
            case 0 -> bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
            case 3 -> bits == 1 || bits == 2 || bits == 4 || bits == 8;
            default -> bits == 8 || bits == 16;
        };
        if (!known || interlaced > 1) {
            throw new ImageException("damaged: PNG of color type " + colorType + " with " + bits
                    + " bits and interlacing " + interlaced);
        }
    }

    private static ColorMode mode(int colorType) {
        return switch (colorType) {
            case 0 -> ColorMode.GRAY;
            case 2 -> ColorMode.RGB;
            case 3 -> ColorMode.PALETTE;
            case 4 -> ColorMode.GRAY_ALPHA;
            case 6 -> ColorMode.RGBA;
            default -> throw new ImageException("damaged: PNG color type " + colorType);
        };
    }

    private static int orientation(FileBytes file) {
        long at = FIRST_CHUNK;
        while (at + 12 <= file.length() && !file.startsWith(at + 4, "IEND")) {
            if (file.startsWith(at + 4, "eXIf")) {
                return ExifOrientation.read(file, at + 8);
            }
            at += 12 + file.u32(at, false);
        }
        return 1;
    }

    @Override
    public void requireWhole(FileBytes file) {
        long at = FIRST_CHUNK;
        while (true) {
            long end = at + 8 + file.u32(at, false);
            file.require(end + 4);
            CRC32 checksum = new CRC32();
            checksum.update(file.range(at + 4, end));
            if (checksum.getValue() != file.u32(end, false)) {
                throw new ImageException("damaged: PNG checksum wrong at byte " + at);
            }
            if (file.startsWith(at + 4, "IEND")) {
                return;
            }
            at = end + 4;
        }
    }
}
