package io.drydock.image.decode;

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
    static final int STRIP_BYTES = 279;
    static final int TILE_OFFSETS = 324;
    static final int TILE_BYTES = 325;

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

    /** All values of a tag of bytes, shorts or longs; none where the tag is absent. */
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
        int bytes = file.u16(entry + 2, littleEndian) == 4 ? 4 : file.u16(entry + 2, littleEndian) == 3 ? 2 : 1;
        long count = file.u32(entry + 4, littleEndian);
        long at = count * bytes <= 4 ? entry + 8 : start + file.u32(entry + 8, littleEndian);
        file.require(at + count * bytes);
        long[] values = new long[(int) count];
        for (int i = 0; i < values.length; i++) {
            long position = at + (long) i * bytes;
            values[i] = bytes == 4
                    ? file.u32(position, littleEndian)
                    : bytes == 2 ? file.u16(position, littleEndian) : file.u8(position);
        }
        return values;
    }
}
