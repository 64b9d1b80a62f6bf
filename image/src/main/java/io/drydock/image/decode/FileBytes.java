package io.drydock.image.decode;

import io.drydock.core.error.ImageException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads numbers out of a file's bytes; a read past the end means that the file is truncated. */
final class FileBytes {
    private final ByteBuffer bytes;

    FileBytes(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    int length() {
        return bytes.limit();
    }

    int u8(long at) {
        require(at + 1);
        return bytes.get((int) at) & 0xFF;
    }

    int u16(long at, boolean littleEndian) {
        int first = u8(at);
        int second = u8(at + 1);
        return littleEndian ? first | second << 8 : first << 8 | second;
    }

    long u32(long at, boolean littleEndian) {
        long first = u16(at, littleEndian);
        long second = u16(at + 2, littleEndian);
        return littleEndian ? first | second << 16 : first << 16 | second;
    }

    boolean startsWith(long at, String ascii) {
        byte[] expected = ascii.getBytes(StandardCharsets.ISO_8859_1);
        if (at < 0 || at + expected.length > length()) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (bytes.get((int) at + i) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** A view of a range, for checksums. */
    ByteBuffer range(long from, long to) {
        require(to);
        return bytes.slice((int) from, (int) (to - from));
    }

    /** @throws ImageException if the file ends before {@code end} */
    void require(long end) {
        if (end < 0 || end > length()) {
            throw new ImageException("truncated: " + length() + " bytes, at least " + end + " expected");
        }
    }
}
