package io.drydock.image.decode;

import io.drydock.core.error.ImageException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The first directory of a TIFF structure, which TIFF files and EXIF blocks share; offsets count from its start. */
final class TiffTags {
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS = 258;
    static final int PHOTOMETRIC = 262;
    static final int STRIP_OFFSETS = 273;
    static final int ORIENTATION = 274;
    static final int SAMPLES = 277;
    static final int STRIP_ROWS = 278;
    static final int STRIP_BYTES = 279;
    static final int PLANES = 284;
    static final int TILE_WIDTH = 322;
    static final int TILE_HEIGHT = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_BYTES = 325;

    private static final int SIGNED_BYTE = 6;
    private static final int UNDEFINED = 7;
    private static final int SIGNED_SHORT = 8;
    private static final int SIGNED_LONG = 9;
    private static final int DIRECTORY = 13;
    private static final int LONG8 = 16;
    private static final int SIGNED_LONG8 = 17;
    private static final int DIRECTORY8 = 18;

    private final FileBytes file;
    private final long start;
    private final boolean littleEndian;
    private final long directory;

    TiffTags(FileBytes file, long start) {
        this.file = file;
        this.start = start;
        this.littleEndian = file.startsWith(start, "II");
        this.directory = start + file.u32(start + 4, littleEndian);
    }

    static boolean matches(FileBytes file, long start) {
        return file.startsWith(start, "II*\0") || file.startsWith(start, "MM\0*");
    }

    /** The first value of a tag. */
    long value(int tag, long otherwise) {
        long[] values = values(tag);
        return values.length == 0 ? otherwise : values[0];
    }

    /**
     * The only value of a tag that must be there once.
     *
     * @throws ImageException if it is absent or there are several: a decoder may take another one than we do
     */
    long single(int tag, String name) {
        long[] values = values(tag);
        if (values.length != 1 || values[0] < 1 || values[0] > Integer.MAX_VALUE) {
            throw new ImageException("damaged: TIFF with "
                    + (values.length == 1 ? values[0] + " as" : values.length + " values of") + " the " + name);
        }
        return values[0];
    }

    /** The file with upright declared, so that a decoder which heeds the tag leaves the pixels as stored. */
    static byte[] declaredUpright(byte[] file) {
        byte[] upright = file.clone();
        TiffTags tags = new TiffTags(new FileBytes(ByteBuffer.wrap(file)), 0);
        long value = tags.entry(ORIENTATION) + 8;
        if (value > 8) {
            ByteBuffer.wrap(upright)
                    .order(tags.littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                    .putShort((int) value, (short) 1);
        }
        return upright;
    }

    /** All values of a tag of any type of integers; none where the tag is absent. */
    long[] values(int tag) {
        long entry = entry(tag);
        return entry < 0 ? new long[0] : values(entry);
    }

    /** Position of a tag's entry in the file, or -1. */
    private long entry(int tag) {
        int entries = file.u16(directory, littleEndian);
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + 12L * i;
            if (file.u16(entry, littleEndian) == tag) {
                return entry;
            }
        }
        return -1;
    }

    private long[] values(long entry) {
        int type = file.u16(entry + 2, littleEndian);
        int bytes = bytes(type);
        long count = file.u32(entry + 4, littleEndian);
        long at = count * bytes <= 4 ? entry + 8 : start + file.u32(entry + 8, littleEndian);
        file.require(at + count * bytes);
        long[] values = new long[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(at + (long) i * bytes, type, bytes);
        }
        return values;
    }

    private long value(long at, int type, int bytes) {
        return switch (bytes) {
            case 1 -> type == SIGNED_BYTE ? (byte) file.u8(at) : file.u8(at);
            case 2 -> type == SIGNED_SHORT ? (short) file.u16(at, littleEndian) : file.u16(at, littleEndian);
            case 4 -> type == SIGNED_LONG ? (int) file.u32(at, littleEndian) : file.u32(at, littleEndian);
            default -> {
                long first = file.u32(at, littleEndian);
                long second = file.u32(at + 4, littleEndian);
                yield littleEndian ? first | second << 32 : first << 32 | second;
            }
        };
    }

    /** Bytes of a value of a type, as libtiff reads them. */
    private static int bytes(int type) {
        return switch (type) {
            case 1, SIGNED_BYTE, UNDEFINED -> 1;
            case 3, SIGNED_SHORT -> 2;
            case 4, SIGNED_LONG, DIRECTORY -> 4;
            case LONG8, SIGNED_LONG8, DIRECTORY8 -> 8;
            default -> throw new ImageException("damaged: a TIFF number of type " + type + ", which is no integer");
        };
    }
}
