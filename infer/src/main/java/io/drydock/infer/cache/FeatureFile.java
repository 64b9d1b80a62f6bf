package io.drydock.infer.cache;

import io.drydock.core.error.WorkspaceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The rows of one settings digest: a header, then a record a picture (SHA-256 of the content, floats, checksum), little
 * endian. Only ever appended to; what a crash or a bad disk left behind fails its checksum, and the file is good up to
 * there. Two processes may append at once: each holds the file's lock for a write. For one thread at a time.
 */
final class FeatureFile implements AutoCloseable {
    private static final long MAGIC = 0x3154_4145_4659_5244L; // "DRYFEAT1"
    private static final int HASH_BYTES = 32;
    private static final int HEADER_BYTES = 2 * Long.BYTES + HASH_BYTES;
    private static final int BUFFERED_RECORDS = 256;

    private final Path file;
    private final byte[] digest;
    private final int width;
    private final int recordBytes;
    private final ByteBuffer pending;

    /**
     * The rows in a file, which need not be there.
     *
     * @param digest of the settings, hex
     * @param width numbers in a row
     */
    FeatureFile(Path file, String digest, int width) {
        this.file = file;
        this.digest = HexFormat.of().parseHex(digest);
        this.width = width;
        this.recordBytes = HASH_BYTES + width * Float.BYTES + Integer.BYTES;
        this.pending = buffer(BUFFERED_RECORDS * recordBytes);
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** All good rows by content hash; none when the file is absent or belongs to other settings. */
    Map<String, float[]> read() {
        Map<String, float[]> rows = new HashMap<>();
        if (Files.exists(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                if (headerFits(channel)) {
                    readRecords(channel, rows);
                }
            } catch (IOException e) {
                throw new WorkspaceException(
                        "Cached features in " + file + " cannot be read: " + e.getMessage()
                                + ". Check the disk, or delete the file: it will be computed again.",
                        e);
            }
        }
        return rows;
    }

    private boolean headerFits(FileChannel channel) throws IOException {
        ByteBuffer header = buffer(HEADER_BYTES);
        if (!fill(channel, header, 0)) {
            return false;
        }
        byte[] found = new byte[HASH_BYTES];
        long magic = header.getLong();
        header.get(found);
        return magic == MAGIC && Arrays.equals(found, digest) && header.getLong() == width;
    }

    /** Reads records up to the first that is torn or damaged, and returns the position after the last good one. */
    private long readRecords(FileChannel channel, Map<String, float[]> rows) throws IOException {
        long position = HEADER_BYTES;
        ByteBuffer block = buffer(BUFFERED_RECORDS * recordBytes);
        byte[] hash = new byte[HASH_BYTES];
        while (true) {
            block.clear();
            fill(channel, block, position);
            int records = block.limit() / recordBytes;
            for (int r = 0; r < records; r++) {
                int at = r * recordBytes;
                if (block.getInt(at + recordBytes - Integer.BYTES) != checksum(block, at)) {
                    return position;
                }
                block.get(at, hash);
                float[] row = new float[width];
                block.position(at + HASH_BYTES);
                block.asFloatBuffer().get(row);
                rows.put(HexFormat.of().formatHex(hash), row);
                position += recordBytes;
            }
            if (records < BUFFERED_RECORDS) {
                return position;
            }
        }
    }

    /** Fills from a position up to the end of the file, flips, and says whether the buffer is full. */
    private static boolean fill(FileChannel channel, ByteBuffer into, long position) throws IOException {
        long from = position;
        while (into.hasRemaining()) {
            int read = channel.read(into, from);
            if (read < 0) {
                break;
            }
            from += read;
        }
        into.flip();
        return into.limit() == into.capacity();
    }

    private int checksum(ByteBuffer records, int at) {
        CRC32C crc = new CRC32C();
        crc.update(records.duplicate().clear().slice(at, recordBytes - Integer.BYTES));
        return (int) crc.getValue();
    }

    /** Adds a row; it reaches the disk in blocks, and by {@link #close} at the latest. */
    void add(String sha256, float[] row) {
        int at = pending.position();
        pending.put(HexFormat.of().parseHex(sha256));
        pending.asFloatBuffer().put(row, 0, width);
        pending.position(at + HASH_BYTES + width * Float.BYTES);
        pending.putInt(checksum(pending, at));
        if (pending.remaining() < recordBytes) {
            flush();
        }
    }

    private void flush() {
        if (pending.position() == 0) {
            return;
        }
        pending.flip();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                FileLock lock = channel.lock();
                append(channel);
                lock.release();
            }
        } catch (IOException e) {
            throw new WorkspaceException(
                    "Features cannot be written to " + file + ": " + e.getMessage()
                            + ". Free some space (each view takes " + recordBytes
                            + " bytes an image), or choose another cache folder.",
                    e);
        }
        pending.clear();
    }

    private void append(FileChannel channel) throws IOException {
        long end;
        if (headerFits(channel)) {
            end = HEADER_BYTES + (channel.size() - HEADER_BYTES) / recordBytes * recordBytes;
        } else {
            channel.truncate(0);
            ByteBuffer header = buffer(HEADER_BYTES);
            header.putLong(MAGIC).put(digest).putLong(width).flip();
            writeFully(channel, header, 0);
            end = HEADER_BYTES;
        }
        writeFully(channel, pending, end);
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    /** Cuts off whatever follows the last good row, so that rows added later are found again. */
    void repair() {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileLock lock = channel.lock();
            channel.truncate(headerFits(channel) ? readRecords(channel, new HashMap<>()) : 0);
            lock.release();
        } catch (IOException e) {
            throw new WorkspaceException(
                    "Cached features in " + file + " cannot be repaired: " + e.getMessage()
                            + ". Delete the file: it will be computed again.",
                    e);
        }
    }

    @Override
    public void close() {
        flush();
    }
}
