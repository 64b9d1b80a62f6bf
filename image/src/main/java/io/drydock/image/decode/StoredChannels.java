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
        int channels = mat.channels();
        int count = Math.multiplyExact(Math.multiplyExact(mat.rows(), mat.cols()), channels);
        byte[] values = eightBit(mat, count);
        byte[] rgb = new byte[mat.rows() * mat.cols() * 3];
        boolean color = channels >= 3;
        boolean alpha = channels == 2 || channels == 4;
        for (int from = 0, to = 0; to < rgb.length; from += channels, to += 3) {
            int opacity = alpha ? values[from + channels - 1] & 0xFF : 255;
            rgb[to] = onWhite(values[color ? from + 2 : from], opacity);
            rgb[to + 1] = onWhite(values[color ? from + 1 : from], opacity);
            rgb[to + 2] = onWhite(values[from], opacity);
        }
        return new Pixels(mat.rows(), mat.cols(), rgb);
    }

    private static byte onWhite(byte value, int opacity) {
        return opacity == 255 ? value : (byte) (((value & 0xFF) * opacity + 255 * (255 - opacity) + 127) / 255);
    }

    private static byte[] eightBit(Mat mat, int count) {
        byte[] values = new byte[count];
        int depth = mat.type() & CV_MAT_DEPTH_MASK;
        if (depth == CV_8U) {
            mat.data().get(values);
        } else if (depth == CV_16U) {
            short[] wide = new short[count];
            new ShortPointer(mat.data()).get(wide);
            for (int i = 0; i < count; i++) {
                values[i] = (byte) (((wide[i] & 0xFFFF) + 128) / 257);
            }
        } else {
            throw new ImageException("holds floating-point values; 8 and 16 bit integers are read");
        }
        return values;
    }
}
