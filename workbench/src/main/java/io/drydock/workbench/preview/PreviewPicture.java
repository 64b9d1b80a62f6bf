package io.drydock.workbench.preview;

import io.drydock.core.data.ImageSize;
import io.drydock.core.error.ConfigException;
import io.drydock.core.error.WorkspaceException;
import io.drydock.core.file.AtomicFile;
import io.drydock.core.file.Destination;
import io.drydock.core.file.Existing;
import io.drydock.image.decode.Pixels;
import io.drydock.image.encode.ImageEncoder;
import io.drydock.image.montage.Montage;
import io.drydock.workbench.report.PreviewSvg;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The grid of previews as one file, SVG or PNG by its name. Safe for use by many threads. */
public final class PreviewPicture {
    private static final String SVG = ".svg";
    private static final String PNG = ".png";

    private PreviewPicture() {}

    /**
     * Refuses a file that could not be written later, before any work is done for it.
     *
     * @throws ConfigException if the file's name ends in neither .svg nor .png
     * @throws WorkspaceException if it may not be written
     */
    public static void require(Path file, Existing existing) {
        if (!is(file, SVG) && !is(file, PNG)) {
            throw new ConfigException(
                    "A preview is an SVG or a PNG file, and " + file + " is neither. End its name in .svg or .png.");
        }
        Destination.require(file, existing);
    }

    /**
     * Writes the grid.
     *
     * @throws ConfigException if the file's name ends in neither .svg nor .png
     * @throws WorkspaceException if it cannot be written
     */
    public static void write(List<PreviewRow> rows, Path file, Existing existing) {
        require(file, existing);
        byte[] picture =
                is(file, SVG) ? PreviewSvg.of(rows).getBytes(StandardCharsets.UTF_8) : ImageEncoder.png(sheet(rows));
        AtomicFile.write(file, picture, existing);
    }

    private static boolean is(Path file, String suffix) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(suffix);
    }

    private static Pixels sheet(List<PreviewRow> rows) {
        List<Pixels> tiles = new ArrayList<>();
        for (PreviewRow row : rows) {
            tiles.add(row.original());
            tiles.add(row.resized());
            tiles.addAll(row.views());
        }
        Pixels first = rows.get(0).resized();
        ImageSize tile = new ImageSize(first.height(), first.width());
        return Montage.of(rows.get(0).views().size() + 2, tile).sheet(tiles);
    }
}
