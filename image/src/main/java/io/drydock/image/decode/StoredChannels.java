package io.drydock.image.decode;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_MAT_DEPTH_MASK;

import io.drydock.core.error.ImageException;
import org.bytedeco.javacpp.ShortPointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Decoded values of 1, 2, 3 or 4 channels of 8 or 16 bits (OpenCV's B, G, R, A order) to RGB, alpha laid on white. */
final class StoredChannels {
    private StoredChannels() {}

    static Pixels toRgb(Mat mat) {
        int depth = mat.type() & CV_MAT_DEPTH_MASK;
        if (depth != CV_8U && depth != CV_16U) {
            throw new ImageException("holds floating-point values; 8 and 16 bit integers are read");
        }
        int channels = mat.channels();
        byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(mat.rows(), mat.cols()), 3)];
        byte[] values = new byte[Math.multiplyExact(mat.cols(), channels)];
        short[] wide = new short[depth == CV_16U ? values.length : 0];
        boolean color = channels >= 3;
        boolean alpha = channels == 2 || channels == 4;
        int to = 0;
        for (int row = 0; row < mat.rows(); row++) {
            read(mat, row, values, wide);
            for (int from = 0; from < values.length; from += channels, to += 3) {
                int opacity = alpha ? values[from + channels - 1] & 0xFF : 255;
                rgb[to] = onWhite(values[color ? from + 2 : from], opacity);
                rgb[to + 1] = onWhite(values[color ? from + 1 : from], opacity);
                rgb[to + 2] = onWhite(values[from], opacity);
            }
        }
        return new Pixels(mat.rows(), mat.cols(), rgb);
    }

    private static byte onWhite(byte value, int opacity) {
        return opacity == 255 ? value : (byte) (((value & 0xFF) * opacity + 255 * (255 - opacity) + 127) / 255);
    }

    /** One row, so that no second copy of a large picture is made. */
    private static void read(Mat mat, int row, byte[] values, short[] wide) {
        if (wide.length == 0) {
            mat.ptr(row).get(values);
            return;
        }
        new ShortPointer(mat.ptr(row)).get(wide);
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (((wide[i] & 0xFFFF) + 128) / 257);
        }
    }
}
