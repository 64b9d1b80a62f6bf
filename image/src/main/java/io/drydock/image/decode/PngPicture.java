package io.drydock.image.decode;

import io.drydock.core.error.ImageException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * A PNG without all that is no picture: profiles, texts, times and the frames of an animation, about which libpng prints
 * warnings that name no file. The pixels stay the same.
 */
final class PngPicture {
    private static final int HEADER = 8;
    private static final int HEADER_BYTES = 13;
    private static final int GRAY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;

    private PngPicture() {}

    /**
     * The rebuilt file.
     *
     * @param file of which every chunk is there with its checksum
     * @throws ImageException if its data is cut off or damaged
     */
    static byte[] only(FileBytes file) {
        byte[] header = bytes(file, HEADER + 8, HEADER + 8 + HEADER_BYTES);
        byte[] palette = {};
        byte[] transparency = {};
        ByteArrayOutputStream data = new ByteArrayOutputStream(file.length());
        long at = HEADER;
        while (!file.startsWith(at + 4, "IEND")) {
            long end = at + 8 + file.u32(at, false);
            if (file.startsWith(at + 4, "PLTE") && palette.length == 0) {
                palette = bytes(file, at + 8, end);
            } else if (file.startsWith(at + 4, "tRNS") && transparency.length == 0) {
                transparency = bytes(file, at + 8, end);
            } else if (file.startsWith(at + 4, "IDAT")) {
                data.writeBytes(bytes(file, at + 8, end));
            }
            at = end + 4;
        }
        byte[] pixels = PngData.of(header).checked(data.toByteArray());
        ByteArrayOutputStream png = new ByteArrayOutputStream(pixels.length + 1024);
        png.writeBytes(bytes(file, 0, HEADER));
        chunk(png, "IHDR", header);
        int colorType = header[9];
        if (colorType == PALETTE) {
            byte[] full = palette(palette, 1 << header[8]);
            chunk(png, "PLTE", full);
            if (transparency.length > 0) {
                chunk(png, "tRNS", Arrays.copyOf(transparency, Math.min(transparency.length, full.length / 3)));
            }
        } else if (isColor(transparency, colorType, header[8])) {
            chunk(png, "tRNS", transparency);
        }
        chunk(png, "IDAT", pixels);
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    /** As many colors as indexes reach, black where the file has none. */
    private static byte[] palette(byte[] given, int colors) {
        if (given.length == 0 || given.length % 3 != 0) {
            throw new ImageException("damaged: PNG with a palette of " + given.length + " bytes");
        }
        return Arrays.copyOf(given, 3 * colors);
    }

    /** Whether a transparent color is one that pixels can have. */
    private static boolean isColor(byte[] transparency, int colorType, int bits) {
        boolean valid =
                (colorType == GRAY && transparency.length == 2) || (colorType == RGB && transparency.length == 6);
        for (int i = 0; valid && i < transparency.length; i += 2) {
            valid = ((transparency[i] & 0xFF) << 8 | (transparency[i + 1] & 0xFF)) < 1 << bits;
        }
        return valid;
    }

    private static byte[] bytes(FileBytes file, long from, long to) {
        byte[] bytes = new byte[(int) (to - from)];
        file.range(from, to).get(bytes);
        return bytes;
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        png.writeBytes(name);
        png.writeBytes(content);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }
}
