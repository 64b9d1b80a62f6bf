package io.drydock.image.resize;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REFLECT_101;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.drydock.core.data.ImageSize;
import io.drydock.image.decode.Pixels;
import io.drydock.image.opencv.Mats;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Pictures of any size to one size: shrinking by area means, enlarging by cubic interpolation, each side as it needs.
 * Safe for use by many threads.
 */
public record Resizer(ResizeMode mode, ImageSize size) {
    /** The picture at {@link #size()}; the very same object when it has that size already. */
    public Pixels apply(Pixels pixels) {
        if (pixels.height() == size.height() && pixels.width() == size.width()) {
            return pixels;
        }
        try (Mat source = Mats.of(pixels.height(), pixels.width(), pixels.rgb())) {
            return switch (mode) {
                case SQUISH -> pixels(source, size.height(), size.width());
                case CROP -> crop(source);
                case PAD -> pad(source);
            };
        }
    }

    private Pixels crop(Mat source) {
        double scale = Math.max((double) size.height() / source.rows(), (double) size.width() / source.cols());
        int height = Math.min(source.rows(), atLeastOne(size.height() / scale));
        int width = Math.min(source.cols(), atLeastOne(size.width() / scale));
        try (Rect middle = new Rect((source.cols() - width) / 2, (source.rows() - height) / 2, width, height);
                Mat cut = new Mat(source, middle)) {
            return pixels(cut, size.height(), size.width());
        }
    }

    private Pixels pad(Mat source) {
        double scale = Math.min((double) size.height() / source.rows(), (double) size.width() / source.cols());
        int height = Math.min(size.height(), atLeastOne(source.rows() * scale));
        int width = Math.min(size.width(), atLeastOne(source.cols() * scale));
        int top = (size.height() - height) / 2;
        int left = (size.width() - width) / 2;
        try (Mat scaled = scale(source, height, width);
                Mat padded = new Mat()) {
            copyMakeBorder(
                    scaled,
                    padded,
                    top,
                    size.height() - height - top,
                    left,
                    size.width() - width - left,
                    BORDER_REFLECT_101);
            return new Pixels(padded.rows(), padded.cols(), Mats.rgb(padded));
        }
    }

    private static int atLeastOne(double side) {
        return (int) Math.max(1, Math.round(side));
    }

    private static Pixels pixels(Mat source, int height, int width) {
        try (Mat scaled = scale(source, height, width)) {
            return new Pixels(scaled.rows(), scaled.cols(), Mats.rgb(scaled));
        }
    }

    /** Area means on the sides that shrink first, then cubic on the sides that grow. */
    private static Mat scale(Mat source, int height, int width) {
        int shrunkHeight = Math.min(height, source.rows());
        int shrunkWidth = Math.min(width, source.cols());
        try (Mat shrunk = scale(source, shrunkHeight, shrunkWidth, INTER_AREA)) {
            return scale(shrunk, height, width, INTER_CUBIC);
        }
    }

    private static Mat scale(Mat source, int height, int width, int interpolation) {
        if (source.rows() == height && source.cols() == width) {
            return new Mat(source);
        }
        Mat target = new Mat();
        try (Size wanted = new Size(width, height)) {
            resize(source, target, wanted, 0, 0, interpolation);
        }
        return target;
    }
}
