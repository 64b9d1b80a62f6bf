package io.drydock.image.store;

import io.drydock.core.data.ImageLocator;
import io.drydock.core.data.ImageSize;
import io.drydock.core.error.ImageException;
import io.drydock.core.error.WorkspaceException;
import io.drydock.core.file.Draft;
import io.drydock.core.file.Existing;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.decode.Pixels;
import io.drydock.image.hash.KnownPicture;
import io.drydock.image.resize.Resizer;
import io.drydock.image.worker.ImageWorkers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/** Decodes and resizes a set into a store file, on several threads; the file appears complete or not at all. */
record StoreBuilder(ImageDecoder decoder, Resizer resizer, int threads) {
    /** @throws WorkspaceException if the cache folder cannot be written, or is full */
    void build(Path target, ImageLocator imageFiles, List<StoredImage> images, IntConsumer progress) {
        try (Draft draft = Draft.of(target)) {
            Draft.removeAbandoned(draft.folder());
            write(draft.path(), imageFiles, images, progress);
            draft.publish(Existing.REPLACE);
        } catch (IOException | UncheckedIOException e) {
            long mebibytes = (long) images.size() * StoreFile.rowBytes(resizer.size()) / (1 << 20);
            throw new WorkspaceException(
                    "The pixel cache " + target + " (" + images.size() + " images at " + resizer.size() + ", "
                            + mebibytes + " MiB) could not be written: " + e.getMessage()
                            + ". Free some space, or choose another cache folder.",
                    e);
        }
    }

    private void write(Path file, ImageLocator imageFiles, List<StoredImage> images, IntConsumer progress)
            throws IOException {
        StoreRow[] rows = new StoreRow[images.size()];
        ImageSize size = resizer.size();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ImageWorkers.forEach(
                    rows.length,
                    threads,
                    i -> {
                        StoredImage image = images.get(i);
                        try {
                            Pixels pixels = resizer.apply(
                                    KnownPicture.decode(decoder, imageFiles.resolve(image.image()), image.sha256())
                                            .pixels());
                            writeFully(channel, pixels.rgb(), (long) i * pixels.rgb().length);
                            rows[i] = new StoreRow(image.sha256(), StoreFile.checksum(pixels.rgb()), "");
                        } catch (ImageException e) {
                            rows[i] = new StoreRow(image.sha256(), 0, reason(e));
                        }
                    },
                    progress);
            StoreFile.finish(channel, Arrays.asList(rows), size);
        }
    }

    /** Without the path that the decoder puts in front. */
    private static String reason(ImageException e) {
        return String.valueOf(e.getCause() instanceof ImageException bare ? bare.getMessage() : e.getMessage());
    }

    private static void writeFully(FileChannel channel, byte[] bytes, long position) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer, position + buffer.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
