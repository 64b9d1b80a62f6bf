package io.drydock.image.decode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** PNG, WebP and TIFF files that declare an orientation, made from files that don't. */
final class TurnedFiles {
    private TurnedFiles() {}

    /** A TIFF structure with an orientation and nothing else. */
    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(26)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'I', 'I', 42, 0})
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putInt(orientation)
                .putInt(0)
                .array();
    }

    /** Adds an eXIf chunk behind the header. */
    static byte[] png(byte[] png, int orientation) {
        byte[] exif = exif(orientation);
        ByteBuffer chunk = ByteBuffer.allocate(12 + exif.length).putInt(exif.length);
        chunk.put("eXIf".getBytes(StandardCharsets.US_ASCII)).put(exif);
        CRC32 checksum = new CRC32();
        checksum.update(chunk.array(), 4, 4 + exif.length);
        chunk.putInt((int) checksum.getValue());
        int header = 8 + 25;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, header);
        out.writeBytes(chunk.array());
        out.write(png, header, png.length - header);
        return out.toByteArray();
    }

    /** Puts a plain WebP's picture into an extended file with an EXIF chunk. */
    static byte[] webp(byte[] webp, int height, int width, int orientation) {
        byte[] exif = exif(orientation);
        byte[] picture = Arrays.copyOfRange(webp, 12, webp.length);
        ByteBuffer out =
                ByteBuffer.allocate(12 + 18 + picture.length + 8 + exif.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(out.capacity() - 8);
        out.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0x08);
        out.putShort((short) (width - 1))
                .put((byte) 0)
                .putShort((short) (height - 1))
                .put((byte) 0);
        out.put(picture);
        out.put("EXIF".getBytes(StandardCharsets.US_ASCII)).putInt(exif.length).put(exif);
        return out.array();
    }

    /** Copies a little-endian TIFF's directory to its end, with the orientation in its place. */
    static byte[] tiff(byte[] tiff, int orientation) {
        ByteBuffer in = ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN);
        int directory = in.getInt(4);
        int entries = in.getShort(directory) & 0xFFFF;
        ByteBuffer out =
                ByteBuffer.allocate(tiff.length + 2 + 12 * (entries + 1) + 4).order(ByteOrder.LITTLE_ENDIAN);
        out.put(tiff).putInt(4, tiff.length);
        out.putShort((short) 0);
        short count = 0;
        boolean placed = false;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            int tag = in.getShort(entry) & 0xFFFF;
            if (tag >= 274 && !placed) {
                out.putShort((short) 274).putShort((short) 3).putInt(1).putInt(orientation);
                placed = true;
                count++;
            }
            if (tag != 274) {
                out.put(tiff, entry, 12);
                count++;
            }
        }
        out.putShort(tiff.length, count);
        return out.array();
    }
}
