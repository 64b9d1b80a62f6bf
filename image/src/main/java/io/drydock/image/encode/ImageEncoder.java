package io.drydock.image.encode;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_OPTIMIZE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_PNG_COMPRESSION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGB2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import io.drydock.image.decode.Pixels;
import io.drydock.image.opencv.Mats;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Pixels to the bytes of a picture file. Safe for use by many threads. */
public final class ImageEncoder {
    private static final int PNG_COMPRESSION = 6;

    private ImageEncoder() {}

    /**
     * A baseline JPEG file.
     *
     * @param quality 1 to 100; 80 is good for thumbnails
     */
    public static byte[] jpeg(Pixels pixels, int quality) {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("JPEG quality must lie in 1..100, was " + quality);
        }
        return encode(pixels, ".jpg", IMWRITE_JPEG_QUALITY, quality, IMWRITE_JPEG_OPTIMIZE, 1);
    }

    /** Lossless. */
    public static byte[] png(Pixels pixels) {
        return encode(pixels, ".png", IMWRITE_PNG_COMPRESSION, PNG_COMPRESSION);
    }

    private static byte[] encode(Pixels pixels, String extension, int... options) {
        try (Mat rgb = Mats.of(pixels.height(), pixels.width(), pixels.rgb());
                Mat bgr = new Mat();
                BytePointer bytes = new BytePointer();
                IntPointer parameters = new IntPointer(options)) {
            cvtColor(rgb, bgr, COLOR_RGB2BGR);
            if (!imencode(extension, bgr, bytes, parameters)) {
                throw new IllegalStateException(pixels + " could not be encoded as " + extension);
            }
            byte[] file = new byte[Math.toIntExact(bytes.limit())];
            bytes.get(file);
            return file;
        }
    }
}
