package io.drydock.image.jpeg;

/**
 * The bits of entropy-coded data up to the next marker; behind them come zeros without limit, as decoders have it. For
 * one thread at a time.
 */
final class CodedBits {
    private static final int MARKER = 0xFF;

    private final byte[] file;
    private int at;
    private long window;
    private int count;
    private boolean atMarker;
    private boolean exhausted;
    private int unread;

    CodedBits(byte[] file, int start) {
        this.file = file;
        this.at = start;
    }

    /** The next bits, up to 16. */
    int peek(int bits) {
        if (count < bits) {
            fill();
        }
        return (int) (window >>> (64 - bits));
    }

    void skip(int bits) {
        if (count < bits) {
            fill();
        }
        window <<= bits;
        count -= bits;
        if (count < 0) {
            exhausted = true;
            count = 0;
        }
    }

    int read(int bits) {
        if (bits == 0) {
            return 0;
        }
        int value = peek(bits);
        skip(bits);
        return value;
    }

    private void fill() {
        while (!atMarker && count <= 56 - 8) {
            if (at >= file.length) {
                atMarker = true;
                return;
            }
            int value = file[at] & 0xFF;
            if (value == MARKER) {
                int next = at + 1;
                while (next < file.length && (file[next] & 0xFF) == MARKER) {
                    next++;
                }
                if (next >= file.length || file[next] != 0) {
                    atMarker = true;
                    return;
                }
                at = next;
            }
            at++;
            window |= (long) value << (56 - count);
            count += 8;
        }
    }

    /** Whether more bits were taken than there are. */
    boolean exhausted() {
        return exhausted;
    }

    /**
     * Leaves the data for the marker behind it.
     *
     * @return position of the 0xFF of that marker, or the length of the file; bytes in between are not coded data
     */
    int end() {
        unread += count / 8;
        count = 0;
        window = 0;
        while (at + 1 < file.length) {
            if ((file[at] & 0xFF) == MARKER && file[at + 1] != 0 && (file[at + 1] & 0xFF) != MARKER) {
                return at;
            }
            boolean padding = (file[at] & 0xFF) == MARKER && (file[at + 1] & 0xFF) == MARKER;
            at++;
            unread += padding ? 0 : 1;
        }
        at = file.length;
        return at;
    }

    /** Bytes that {@link #end} passed over although they were coded data or nothing known. */
    int unread() {
        return unread;
    }

    /** Goes on behind a marker. */
    void restart(int start) {
        at = start;
        window = 0;
        count = 0;
        atMarker = false;
        exhausted = false;
    }
}
