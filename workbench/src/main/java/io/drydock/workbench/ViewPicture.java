package io.drydock.workbench;

import io.drydock.core.error.ConfigException;
import io.drydock.core.error.DataException;
import io.drydock.core.error.ImageException;
import io.drydock.core.file.AtomicFile;
import io.drydock.core.file.Existing;
import io.drydock.core.text.Suggestion;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.decode.Pixels;
import io.drydock.image.encode.ImageEncoder;
import io.drydock.image.encode.Thumbnail;
import io.drydock.image.hash.KnownPicture;
import io.drydock.workbench.picture.HeatMaps;
import io.drydock.workbench.review.ImageEntry;
import io.drydock.workbench.review.ImageIndex;
import io.drydock.workspace.image.Picture;
import io.drydock.workspace.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Picture files for a screen, by the number of their image: as they are, small, or with a heat map. Small copies are kept
 * in the workspace's cache by content. Safe for use by many threads.
 */
public final class ViewPicture implements AutoCloseable {
    /** Longer sides of small copies, in pixels. */
    public static final List<Integer> SIDES = List.of(96, 160, 256, 384);

    private static final int QUALITY = 90;
    private static final int HEAT_SIDE = 640;
    private static final Map<String, String> SHOWN_BY_BROWSERS = Map.of(
            "jpeg", "image/jpeg", "png", "image/png", "gif", "image/gif", "webp", "image/webp", "bmp", "image/bmp");

    private final ImageIndex index;
    private final ImageDecoder decoder = new ImageDecoder();
    private final HeatMaps heatMaps = new HeatMaps();

    public ViewPicture(ImageIndex index) {
        this.index = index;
    }

    /** A picture file as it goes over the wire. */
    public record PictureFile(String contentType, byte[] bytes) {}

    /**
     * The file as it is; a format that browsers do not show becomes a JPEG.
     *
     * @throws DataException if the number stands for no image
     * @throws ImageException if the file cannot be read any more
     */
    public PictureFile original(long id) {
        ImageEntry image = entry(id);
        String type = image.stored()
                .picture()
                .map(picture -> SHOWN_BY_BROWSERS.getOrDefault(picture.format(), ""))
                .orElse("");
        if (type.isEmpty()) {
            return new PictureFile("image/jpeg", ImageEncoder.jpeg(decoded(image), QUALITY));
        }
        return new PictureFile(type, bytes(image, file(image)));
    }

    /**
     * A copy of which neither side exceeds a length; the file itself where it is no larger.
     *
     * @param side one of {@link #SIDES}
     * @throws ConfigException if the side is none of them
     * @throws DataException if the number stands for no image
     * @throws ImageException if the file cannot be read any more
     */
    public PictureFile small(long id, int side) {
        if (!SIDES.contains(side)) {
            throw new ConfigException("Small pictures have a longer side of " + SIDES + " pixels, not " + side + ".");
        }
        ImageEntry image = entry(id);
        if (image.stored().picture().map(picture -> isSmall(picture, side)).orElse(false)) {
            return original(id);
        }
        Path kept = index.workspace().cache().folder("thumbnails").resolve(image.sha256() + "-" + side + ".jpg");
        try {
            if (Files.isRegularFile(kept)
                    && index.workspace().changedImages().of(image.stored()).isEmpty()) {
                return new PictureFile("image/jpeg", Files.readAllBytes(kept));
            }
        } catch (IOException e) {
            // The cache may be emptied at any time: the copy is made again.
            return new PictureFile("image/jpeg", Thumbnail.jpeg(decoded(image), side));
        }
        byte[] jpeg = Thumbnail.jpeg(decoded(image), side);
        AtomicFile.write(kept, jpeg, Existing.REPLACE);
        return new PictureFile("image/jpeg", jpeg);
    }

    private static boolean isSmall(Picture picture, int side) {
        return Math.max(picture.height(), picture.width()) <= 2 * side
                && SHOWN_BY_BROWSERS.containsKey(picture.format());
    }

    /**
     * The picture with what a run looked at for a class laid over it.
     *
     * @param run folder name, number or {@code latest}
     * @param classCode whose signs are shown
     * @throws io.drydock.core.error.WorkspaceException if the run is unknown or has no model
     * @throws io.drydock.core.error.WeightsException if its network allows no heat map
     * @throws ConfigException if there is no such class
     * @throws DataException if no place in the picture speaks for the class
     */
    public PictureFile heatMap(long id, String run, String classCode) {
        List<String> codes = index.now().classes().codes();
        int place = codes.indexOf(classCode);
        if (place < 0) {
            throw new ConfigException(
                    "There is no class \"" + classCode + "\"." + Suggestion.didYouMean(classCode, codes));
        }
        RunFolder folder = index.workspace().runs().resolve(run);
        Pixels over = heatMaps.over(decoded(entry(id)), folder, place, HEAT_SIDE)
                .orElseThrow(() -> new DataException("No heat map: nothing in the picture speaks for "
                        + index.now().classes().get(place).name() + "."));
        return new PictureFile("image/jpeg", ImageEncoder.jpeg(over, QUALITY));
    }

    private ImageEntry entry(long id) {
        return index.recent()
                .image(id)
                .or(() -> index.now().image(id))
                .orElseThrow(() -> new DataException(
                        "There is no image number " + id + " in this workspace. Look at the list again."));
    }

    private Path file(ImageEntry image) {
        return index.workspace().imageRoots().resolve(image.path());
    }

    private Pixels decoded(ImageEntry image) {
        return decoder.decode(bytes(image, file(image))).pixels();
    }

    private byte[] bytes(ImageEntry image, Path file) {
        try {
            return KnownPicture.bytes(decoder, file, image.sha256());
        } catch (ImageException e) {
            throw new ImageException(image.path() + " is not shown: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new ImageException(
                    image.path() + " cannot be read any more (" + e.getClass().getSimpleName()
                            + "). Put the file back, or run drydock init again.",
                    e);
        }
    }

    @Override
    public void close() {
        heatMaps.close();
    }
}
