package io.drydock.workbench.map;

import io.drydock.core.data.ImageLocator;
import io.drydock.core.data.ImageSize;
import io.drydock.core.error.ImageException;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.decode.Pixels;
import io.drydock.image.encode.ImageEncoder;
import io.drydock.image.encode.Thumbnail;
import io.drydock.image.montage.Montage;
import io.drydock.image.worker.ImageWorkers;
import io.drydock.workbench.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Many small pictures on few sheets, which takes a fifth of the bytes of single files.
 *
 * @param uris each sheet as a {@code data:} URI
 * @param columns tiles a row
 * @param rows rows a sheet
 * @param tile size of a tile
 */
public record ThumbnailSheets(List<String> uris, int columns, int rows, ImageSize tile) {
    private static final ImageSize TILE = new ImageSize(48, 72);
    private static final int COLUMNS = 20;
    private static final int ROWS = 25;
    private static final int QUALITY = 68;
    private static final int GROUND = 0x80;

    public ThumbnailSheets {
        uris = List.copyOf(uris);
    }

    /** No pictures. */
    public static ThumbnailSheets none() {
        return new ThumbnailSheets(List.of(), COLUMNS, ROWS, TILE);
    }

    /** Sheets of images in their order; a gray tile where one cannot be read. */
    public static ThumbnailSheets of(ImageLocator files, List<String> images, Progress progress) {
        ImageDecoder decoder = new ImageDecoder();
        Pixels[] small = new Pixels[images.size()];
        ImageWorkers.forEach(
                small.length,
                Runtime.getRuntime().availableProcessors(),
                i -> small[i] = read(decoder, files.resolve(images.get(i))),
                done -> progress.at("small pictures for the map", done, small.length));
        List<String> uris = new ArrayList<>();
        Montage montage = new Montage(COLUMNS, TILE, 0, GROUND);
        for (int from = 0; from < small.length; from += COLUMNS * ROWS) {
            List<Pixels> part =
                    new ArrayList<>(Arrays.asList(small).subList(from, Math.min(small.length, from + COLUMNS * ROWS)));
            while (part.size() < COLUMNS) {
                part.add(gray());
            }
            byte[] jpeg = ImageEncoder.jpeg(montage.sheet(part), QUALITY);
            uris.add("data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg));
        }
        return new ThumbnailSheets(uris, COLUMNS, ROWS, TILE);
    }

    private static Pixels read(ImageDecoder decoder, Path file) {
        try {
            return Thumbnail.of(decoder.decode(file).pixels(), TILE.width());
        } catch (ImageException unreadable) {
            return gray();
        }
    }

    private static Pixels gray() {
        byte[] gray = new byte[2 * 3 * 3];
        Arrays.fill(gray, (byte) GROUND);
        return new Pixels(2, 3, gray);
    }
}
