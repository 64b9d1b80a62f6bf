package io.drydock.image.decode;

import io.drydock.core.error.ImageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Reads picture files whole, but only after their beginning showed that they are pictures within the limits. */
final class PictureFile {
    /** Files larger than this are not read: no picture within the pixel limit needs more, even uncompressed. */
    static final long MOST_BYTES = 512L << 20;

    private static final int BEGINNING = 1 << 16;

    private PictureFile() {}

    /**
     * All bytes of a file.
     *
     * @throws ImageException if it is no picture or over a limit
     * @throws IOException if it cannot be read
     */
    static byte[] read(Path file, ImageDecoder limits) throws IOException {
        if (!Files.isRegularFile(file) && Files.exists(file)) {
            throw new ImageException("not a file");
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.READ)) {
            long size = channel.size();
            byte[] beginning = read(channel, (int) Math.min(BEGINNING, size));
            if (size > beginning.length) {
                requireWithinLimits(beginning, size, limits);
            }
            return size > beginning.length ? rest(channel, beginning, (int) size) : beginning;
        }
    }

    private static void requireWithinLimits(byte[] beginning, long size, ImageDecoder limits) {
        FileBytes known = new FileBytes(ByteBuffer.wrap(beginning));
        FormatReader reader = Formats.reader(known);
        if (size > MOST_BYTES) {
            throw new TooLargeException("has " + size + " bytes, over the limit of " + MOST_BYTES);
        }
        ImageHeader header;
        try {
            header = reader.header(known);
        } catch (ImageException furtherBack) {
            // The header goes on behind the beginning: it is judged when all is read.
            return;
        }
        limits.requireWithinLimit(header);
    }

    private static byte[] rest(SeekableByteChannel channel, byte[] beginning, int size) throws IOException {
        byte[] all = Arrays.copyOf(beginning, size);
        ByteBuffer left = ByteBuffer.wrap(all, beginning.length, size - beginning.length);
        while (left.hasRemaining() && channel.read(left) >= 0) {}
        return left.hasRemaining() ? Arrays.copyOf(all, left.position()) : all;
    }

    private static byte[] read(SeekableByteChannel channel, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
        return bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array();
    }
}
