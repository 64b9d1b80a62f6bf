package io.drydock.image.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import io.drydock.core.library.LibraryFolder;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Copies pixels to native matrices and back. Every matrix made here belongs to the caller, who closes it.
 * OpenCV's own threads are switched off: our workers are the threads. Safe for use by many threads.
 */
public final class Mats {
    static {
        LibraryFolder.current().useForJavaCpp();
        opencv_core.setNumThreads(1);
        DecoderLog.silence();
    }

    private Mats() {}

    /** An 8-bit matrix [height][width][3] with the same channel order. */
    public static Mat of(int height, int width, byte[] rgb) {
        Mat mat = new Mat(height, width, CV_8UC3);
        mat.data().put(rgb);
        return mat;
    }

    /** A matrix of one row of bytes. */
    public static Mat of(byte[] bytes) {
        Mat mat = new Mat(1, bytes.length, CV_8UC1);
        mat.data().put(bytes);
        return mat;
    }

    /** The bytes [height][width][3] of an 8-bit matrix of three channels. */
    public static byte[] rgb(Mat mat) {
        byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(mat.rows(), mat.cols()), 3)];
        if (mat.isContinuous()) {
            mat.data().get(rgb);
        } else {
            try (Mat whole = mat.clone()) {
                whole.data().get(rgb);
            }
        }
        return rgb;
    }
}
