package io.drydock.image.decode;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR_RGB;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import io.drydock.core.error.ImageException;
import io.drydock.image.jpeg.JpegCondition;
import io.drydock.image.opencv.Mats;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Picture files to upright RGB: the header is read and held against the limit before any pixel is decoded, a
 * truncated file is refused, alpha is laid on white, 16-bit values are scaled to 8, EXIF rotation is applied once.
 * Safe for use by many threads.
 */
public final class ImageDecoder {
    /** 100 megapixels. */
    public static final long DEFAULT_MAX_PIXELS = 100_000_000;

    /** Share of a picture that may be missing; where more is, the file is refused. */
    private static final double MOST_MISSING = 0.5;

    private final long maxPixels;

    public ImageDecoder() {
        this(DEFAULT_MAX_PIXELS);
    }

    /** @param maxPixels largest height x width that is decoded */
    public ImageDecoder(long maxPixels) {
        if (maxPixels < 1) {
            throw new IllegalArgumentException("the pixel limit must be at least 1, was " + maxPixels);
        }
        this.maxPixels = maxPixels;
    }

    /**
     * Decodes a file.
     *
     * @throws ImageException if the file is absent, over a limit, truncated or no picture; names the file
     */
    public DecodedImage decode(Path file) {
        try {
            return decode(bytes(file));
        } catch (ImageException e) {
            throw new ImageException(file + ": " + e.getMessage(), e);
        } catch (IOException | OutOfMemoryError e) {
            throw new ImageException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /**
     * The bytes of a whole file, whose beginning is looked at before the rest is read.
     *
     * @throws ImageException with a short reason if it is no picture or over a limit
     * @throws IOException if it cannot be read
     */
    public byte[] bytes(Path file) throws IOException {
        return PictureFile.read(file, this);
    }

    /**
     * Decodes the bytes of a whole file.
     *
     * @throws ImageException with a short reason if the bytes are over the limit, truncated or no picture
     */
    public DecodedImage decode(byte[] file) {
        ImageHeader header = ImageHeader.read(file);
        requireWithinLimit(header);
        FileBytes bytes = new FileBytes(ByteBuffer.wrap(file));
        Formats.reader(bytes).requireWhole(bytes);
        JpegCondition condition = header.format() == ImageFormat.JPEG ? JpegCondition.of(file) : JpegCondition.WHOLE;
        if (condition.missingArea() > MOST_MISSING) {
            throw new ImageException(String.format(
                    Locale.ROOT, "cut off: %.0f %% of the picture is missing", 100 * condition.missingArea()));
        }
        Pixels stored = condition.damaged() ? JpegRaster.pixels(file, bytes) : stored(file, bytes, header);
        if (stored.height() != header.height() || stored.width() != header.width()) {
            throw new ImageException("damaged: declares " + header.height() + "x" + header.width() + ", holds "
                    + stored.height() + "x" + stored.width());
        }
        return new DecodedImage(ExifOrientation.upright(stored, header.orientation()), header, condition);
    }

    /** Whether a picture of this size is decoded. */
    public boolean accepts(ImageHeader header) {
        return (long) header.height() * header.width() <= maxPixels(header);
    }

    /** The limit is for values of 8 bits; wider ones take as much more memory. */
    private long maxPixels(ImageHeader header) {
        return maxPixels / Math.max(1, (header.bitDepth() + 7) / 8);
    }

    /**
     * Guards the limit.
     *
     * @throws TooLargeException if the declared size is over it
     */
    public void requireWithinLimit(ImageHeader header) {
        if (!accepts(header)) {
            throw new TooLargeException("declares " + header.height() + "x" + header.width() + " = "
                    + (long) header.height() * header.width() + " pixels, over the limit of " + maxPixels(header)
                    + (header.bitDepth() > 8 ? " at " + header.bitDepth() + " bits" : ""));
        }
    }

    private static Pixels stored(byte[] file, FileBytes bytes, ImageHeader header) {
        if (header.format() == ImageFormat.JPEG && header.mode() == ColorMode.CMYK) {
            return JpegRaster.pixels(file, bytes);
        }
        boolean keepChannels = header.format() != ImageFormat.JPEG && header.format() != ImageFormat.BMP;
        int flags = keepChannels ? IMREAD_UNCHANGED : IMREAD_COLOR_RGB | IMREAD_IGNORE_ORIENTATION;
        // OpenCV turns TIFF pixels by their tag whatever the flags say.
        boolean turnedTiff = header.format() == ImageFormat.TIFF && header.orientation() != 1;
        byte[] plain = turnedTiff
                ? TiffTags.declaredUpright(file)
                : header.format() == ImageFormat.PNG ? PngPicture.only(bytes) : file;
        try (Mat source = Mats.of(plain);
                Mat mat = imdecode(source, flags)) {
            if (mat.empty()) {
                throw new ImageException("damaged: the " + header.format() + " data cannot be decoded");
            }
            return keepChannels ? StoredChannels.toRgb(mat) : new Pixels(mat.rows(), mat.cols(), Mats.rgb(mat));
        } catch (ImageException e) {
            throw e;
        } catch (RuntimeException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new ImageException(
                    "damaged: the " + header.format() + " data cannot be decoded (" + reason.strip() + ")", e);
        }
    }
}
