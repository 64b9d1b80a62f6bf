package io.drydock.image.decode;

import static org.bytedeco.opencv.global.opencv_core.CV_16UC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import io.drydock.image.Pictures;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.ShortPointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Files that cameras and print shops make and that ordinary writers don't. */
final class SpecialFiles {
    private SpecialFiles() {}

    /** Puts an EXIF block with nothing but an orientation behind the start marker. */
    static byte[] withOrientation(byte[] jpeg, int orientation, boolean littleEndian) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xFFE1)
                .putShort((short) 34)
                .put("Exif\0\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        exif.order(littleEndian ? java.nio.ByteOrder.LITTLE_ENDIAN : java.nio.ByteOrder.BIG_ENDIAN);
        exif.put((byte) (littleEndian ? 'I' : 'M'))
                .put((byte) (littleEndian ? 'I' : 'M'))
                .putShort((short) 42);
        exif.putInt(8).putShort((short) 1);
        exif.putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0);
        return inserted(jpeg, exif.array());
    }

    static byte[] inserted(byte[] jpeg, byte[] segment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(segment);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** Four components. @param adobeTransform 0 inverted inks, 2 YCCK of them, -1 plain inks without a marker */
    static byte[] cmyk(Pixels pixels, int adobeTransform) {
        WritableRaster raster =
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, pixels.width(), pixels.height(), 4, null);
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                int r = pixels.at(y, x, 0);
                int g = pixels.at(y, x, 1);
                int b = pixels.at(y, x, 2);
                int[] inks = adobeTransform < 0 ? new int[] {255 - r, 255 - g, 255 - b, 0} : new int[] {r, g, b, 255};
                raster.setPixel(x, y, adobeTransform == 2 ? ycck(r, g, b) : inks);
            }
        }
        byte[] file = Pictures.file(new IIOImage(raster, null, null), "jpeg", false);
        if (adobeTransform < 0) {
            return file;
        }
        ByteBuffer adobe = ByteBuffer.allocate(16);
        adobe.putShort((short) 0xFFEE).putShort((short) 14);
        adobe.put("Adobe".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        adobe.putShort((short) 100).putShort((short) 0).putShort((short) 0).put((byte) adobeTransform);
        return inserted(file, adobe.array());
    }

    private static int[] ycck(int r, int g, int b) {
        double y = 0.299 * r + 0.587 * g + 0.114 * b;
        return new int[] {
            (int) Math.round(y),
            (int) Math.min(255, Math.max(0, Math.round(128 + (b - y) / 1.772))),
            (int) Math.min(255, Math.max(0, Math.round(128 + (r - y) / 1.402))),
            255
        };
    }

    /** A lossless 16-bit file of the pixels times 257. */
    static byte[] sixteenBit(Pixels pixels, String extension) {
        short[] bgr = new short[pixels.rgb().length];
        for (int i = 0; i < bgr.length; i += 3) {
            for (int c = 0; c < 3; c++) {
                bgr[i + c] = (short) ((pixels.rgb()[i + 2 - c] & 0xFF) * 257);
            }
        }
        try (Mat mat = new Mat(pixels.height(), pixels.width(), CV_16UC3)) {
            new ShortPointer(mat.data()).put(bgr);
            return encoded(mat, extension);
        }
    }

    /** A file with one opacity everywhere. */
    static byte[] withAlpha(Pixels pixels, int opacity, String extension) {
        byte[] bgra = new byte[pixels.height() * pixels.width() * 4];
        for (int i = 0, j = 0; i < bgra.length; i += 4, j += 3) {
            bgra[i] = pixels.rgb()[j + 2];
            bgra[i + 1] = pixels.rgb()[j + 1];
            bgra[i + 2] = pixels.rgb()[j];
            bgra[i + 3] = (byte) opacity;
        }
        try (Mat mat = new Mat(pixels.height(), pixels.width(), CV_8UC4)) {
            mat.data().put(bgra);
            return encoded(mat, extension);
        }
    }

    static byte[] encoded(Mat mat, String extension) {
        try (BytePointer bytes = new BytePointer()) {
            if (!imencode(extension, mat, bytes)) {
                throw new IllegalStateException(extension);
            }
            byte[] file = new byte[(int) bytes.limit()];
            bytes.get(file);
            return file;
        }
    }
}
