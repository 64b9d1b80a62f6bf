package io.drydock.image.decode;

import io.drydock.core.error.ImageException;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * JPEGs that the JDK decodes: those of four components, which OpenCV gets wrong, and damaged ones, of which OpenCV's
 * decoder prints warnings that name no file.
 */
final class JpegRaster {
    private static final int CMYK = 4;

    private JpegRaster() {}

    /** @throws ImageException if nothing can be decoded */
    static Pixels pixels(byte[] file, FileBytes bytes) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(stream, true, true);
            Raster raster = reader.readRaster(0, null);
            JpegReader header = new JpegReader();
            return raster.getNumBands() == CMYK
                    ? CmykJpeg.toRgb(raster, header.adobeTransform(bytes))
                    : toRgb(raster, header.storesRgb(bytes));
        } catch (IOException | RuntimeException e) {
            throw new ImageException("damaged: the JPEG data cannot be decoded (" + e.getMessage() + ")", e);
        } finally {
            reader.dispose();
        }
    }

    private static Pixels toRgb(Raster raster, boolean storedAsRgb) {
        int height = raster.getHeight();
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        byte[] rgb = new byte[height * width * 3];
        int[] row = new int[width * bands];
        int at = 0;
        for (int y = 0; y < height; y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < row.length; x += bands, at += 3) {
                double blue = bands < 3 || storedAsRgb ? 0 : row[x + 1] - 128;
                double red = bands < 3 || storedAsRgb ? 0 : row[x + 2] - 128;
                rgb[at] = clamp(row[x] + 1.402 * red);
                rgb[at + 1] = clamp(row[storedAsRgb ? x + 1 : x] - 0.344136 * blue - 0.714136 * red);
                rgb[at + 2] = clamp(row[storedAsRgb ? x + 2 : x] + 1.772 * blue);
            }
        }
        return new Pixels(height, width, rgb);
    }

    private static byte clamp(double value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
}
