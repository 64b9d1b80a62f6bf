package io.drydock.image.store;

import io.drydock.core.data.ImageLocator;
import io.drydock.core.data.ImageSize;
import io.drydock.core.error.ImageException;
import io.drydock.core.error.WorkspaceException;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.decode.Pixels;
import io.drydock.image.hash.ContentHash;
import io.drydock.image.hash.KnownPicture;
import io.drydock.image.resize.Resizer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Decoded and resized pixels of a set in one memory-mapped file, so that an epoch decodes nothing and the heap stays
 * small. The file is named by the contents, size and resize mode, holds equal contents once, may be deleted at any
 * time, and is rebuilt when it is damaged. Safe for use by many threads.
 */
public final class PixelStore {
    private static final String VERSION = "1";

    private final ImageLocator imageFiles;
    private final Path file;
    private final Resizer resizer;
    private final ImageDecoder decoder;
    private final StoreFile rows;
    private final Map<String, Integer> rowOfImage;
    private final List<SkippedImage> skipped;

    private PixelStore(
            ImageLocator imageFiles,
            Path file,
            Resizer resizer,
            ImageDecoder decoder,
            StoreFile rows,
            List<StoredImage> images) {
        this.imageFiles = imageFiles;
        this.file = file;
        this.resizer = resizer;
        this.decoder = decoder;
        this.rows = rows;
        this.rowOfImage = new HashMap<>();
        Map<String, Integer> rowOfContent = new HashMap<>();
        for (int i = 0; i < rows.rows().size(); i++) {
            rowOfContent.put(rows.rows().get(i).sha256(), i);
        }
        List<SkippedImage> bad = new ArrayList<>();
        for (StoredImage image : images) {
            int row = rowOfContent.getOrDefault(image.sha256(), -1);
            if (row >= 0 && rows.rows().get(row).readable()) {
                rowOfImage.put(image.image(), row);
            } else {
                bad.add(new SkippedImage(image.image(), rows.rows().get(row).reason()));
            }
        }
        this.skipped = List.copyOf(bad);
    }

    /** As {@link #open(Path, ImageLocator, List, Resizer, ImageDecoder, int, IntConsumer)} with the default pixel limit. */
    public static PixelStore open(
            Path cacheFolder,
            ImageLocator imageFiles,
            List<StoredImage> images,
            Resizer resizer,
            int threads,
            IntConsumer progress) {
        return open(cacheFolder, imageFiles, images, resizer, new ImageDecoder(), threads, progress);
    }

    /**
     * Opens the store of a set, building it first where there is none or a damaged one. Hand in all images of a
     * workspace rather than a part's: the same file then serves every part and split.
     *
     * @param progress told the number of contents decoded so far; not called when the file is there already
     * @throws WorkspaceException if the cache folder cannot be written, or is full
     */
    public static PixelStore open(
            Path cacheFolder,
            ImageLocator imageFiles,
            List<StoredImage> images,
            Resizer resizer,
            ImageDecoder decoder,
            int threads,
            IntConsumer progress) {
        TreeMap<String, StoredImage> contents = new TreeMap<>();
        for (StoredImage image : images) {
            contents.putIfAbsent(image.sha256(), image);
        }
        String key = String.join("\n", contents.keySet());
        String name = "pixels-" + resizer.size() + "-" + resizer.mode().key() + "-"
                + ContentHash.ofBytes((VERSION + "\n" + key).getBytes(StandardCharsets.UTF_8))
                        .substring(0, 16)
                + ".bin";
        Path file = cacheFolder.resolve(name);
        Optional<StoreFile> found = StoreFile.open(file, resizer.size());
        if (found.isEmpty() || retrySucceeds(found.get(), contents, imageFiles, decoder)) {
            new StoreBuilder(decoder, resizer, threads)
                    .build(file, imageFiles, List.copyOf(contents.values()), progress);
            found = StoreFile.open(file, resizer.size());
        }
        StoreFile rows = found.orElseThrow(
                () -> new WorkspaceException("The pixel cache " + file + " vanished while it was opened. Try again."));
        return new PixelStore(imageFiles, file, resizer, decoder, rows, images);
    }

    /** A file that was missing or unreadable then may be there now. */
    private static boolean retrySucceeds(
            StoreFile found, Map<String, StoredImage> contents, ImageLocator imageFiles, ImageDecoder decoder) {
        for (StoreRow row : found.rows()) {
            StoredImage image = contents.get(row.sha256());
            if (!row.readable() && image != null) {
                try {
                    KnownPicture.decode(decoder, imageFiles.resolve(image.image()), image.sha256());
                    return true;
                } catch (ImageException e) {
                    // As unreadable as before: look at the next one.
                }
            }
        }
        return false;
    }

    public ImageSize size() {
        return resizer.size();
    }

    /** The cache file, for budgets and reports. */
    public Path file() {
        return file;
    }

    public boolean contains(String image) {
        return rowOfImage.containsKey(image);
    }

    /** Images of the set that could not be decoded, with their reasons. */
    public List<SkippedImage> skipped() {
        return skipped;
    }

    /**
     * The resized picture; decoded anew from its file when the cache's copy is damaged.
     *
     * @throws ImageException if the image is not in the store
     */
    public Pixels pixels(String image) {
        Integer row = rowOfImage.get(image);
        if (row == null) {
            throw new ImageException(image + " is not in the pixel store" + skippedReason(image) + ".");
        }
        return rows.read(row)
                .map(bytes -> new Pixels(size().height(), size().width(), bytes))
                .orElseGet(() -> resizer.apply(KnownPicture.decode(
                                decoder,
                                imageFiles.resolve(image),
                                rows.rows().get(row).sha256())
                        .pixels()));
    }

    private String skippedReason(String image) {
        return skipped.stream()
                .filter(one -> one.image().equals(image))
                .map(one -> ": " + one.reason())
                .findFirst()
                .orElse("");
    }
}
