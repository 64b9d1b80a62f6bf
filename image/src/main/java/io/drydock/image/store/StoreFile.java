package io.drydock.image.store;

import io.drydock.core.data.ImageSize;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The format of a store: all pixels [row][height][width][3], then the index, then a footer of 20 bytes (index length,
 * index checksum, magic number). Read through memory maps of at most 1 GiB. Safe for use by many threads.
 */
final class StoreFile {
    private static final long MAGIC = 0x4472_796B_5078_6C31L;
    private static final int FOOTER_BYTES = 20;
    private static final long MAP_BYTES = 1L << 30;

    private final List<StoreRow> rows;
    private final List<MappedByteBuffer> maps;
    private final int rowBytes;
    private final int rowsPerMap;

    private StoreFile(List<StoreRow> rows, List<MappedByteBuffer> maps, int rowBytes, int rowsPerMap) {
        this.rows = List.copyOf(rows);
        this.maps = List.copyOf(maps);
        this.rowBytes = rowBytes;
        this.rowsPerMap = rowsPerMap;
    }

    static int rowBytes(ImageSize size) {
        return Math.toIntExact(Math.multiplyExact(size.area(), 3L));
    }

    /** The store in a file, or empty when the file is absent, short or damaged. */
    static Optional<StoreFile> open(Path file, ImageSize size) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            List<StoreRow> rows = index(channel);
            int rowBytes = rowBytes(size);
            int rowsPerMap = (int) Math.max(1, MAP_BYTES / rowBytes);
            List<MappedByteBuffer> maps = new ArrayList<>();
            for (int first = 0; first < rows.size(); first += rowsPerMap) {
                long count = Math.min(rowsPerMap, rows.size() - first);
                maps.add(channel.map(FileChannel.MapMode.READ_ONLY, (long) first * rowBytes, count * rowBytes));
            }
            return Optional.of(new StoreFile(rows, maps, rowBytes, rowsPerMap));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<StoreRow> index(FileChannel channel) throws IOException {
        ByteBuffer footer = ByteBuffer.wrap(read(channel, channel.size() - FOOTER_BYTES, FOOTER_BYTES));
        int length = footer.getInt();
        long checksum = footer.getLong();
        if (footer.getLong() != MAGIC) {
            throw new IOException("no footer");
        }
        byte[] index = read(channel, channel.size() - FOOTER_BYTES - length, length);
        if (checksum(index) != checksum) {
            throw new IOException("index damaged");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(index));
        long pixelBytes = in.readLong();
        if (pixelBytes + length + FOOTER_BYTES != channel.size()) {
            throw new IOException("wrong length");
        }
        List<StoreRow> rows = new ArrayList<>();
        for (int n = in.readInt(); n > 0; n--) {
            rows.add(new StoreRow(in.readUTF(), in.readInt(), in.readUTF()));
        }
        return rows;
    }

    private static byte[] read(FileChannel channel, long position, int length) throws IOException {
        if (position < 0 || length < 0) {
            throw new IOException("too short");
        }
        byte[] array = new byte[length];
        ByteBuffer bytes = ByteBuffer.wrap(array);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new IOException("too short");
            }
        }
        return array;
    }

    /** Ends a file whose pixels are written already. */
    static void finish(FileChannel channel, List<StoreRow> rows, ImageSize size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        long pixelBytes = (long) rows.size() * rowBytes(size);
        out.writeLong(pixelBytes);
        out.writeInt(rows.size());
        for (StoreRow row : rows) {
            out.writeUTF(row.sha256());
            out.writeInt(row.checksum());
            out.writeUTF(row.reason());
        }
        byte[] index = bytes.toByteArray();
        ByteBuffer end = ByteBuffer.allocate(index.length + FOOTER_BYTES);
        end.put(index)
                .putInt(index.length)
                .putLong(checksum(index))
                .putLong(MAGIC)
                .flip();
        while (end.hasRemaining()) {
            channel.write(end, pixelBytes + end.position());
        }
    }

    static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }

    List<StoreRow> rows() {
        return rows;
    }

    /** A copy of one row's bytes, or empty when they no longer match their checksum. */
    Optional<byte[]> read(int row) {
        byte[] bytes = new byte[rowBytes];
        maps.get(row / rowsPerMap).get(row % rowsPerMap * rowBytes, bytes);
        return checksum(bytes) == rows.get(row).checksum() ? Optional.of(bytes) : Optional.empty();
    }
}
