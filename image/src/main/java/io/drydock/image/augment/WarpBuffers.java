package io.drydock.image.augment;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REFLECT_101;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.WARP_INVERSE_MAP;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;
import static org.bytedeco.opencv.global.opencv_imgproc.warpPerspective;

import io.drydock.core.data.ImageSize;
import io.drydock.image.decode.Pixels;
import io.drydock.image.opencv.Mats;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** One thread's native matrices, reused from view to view. For one thread at a time. */
final class WarpBuffers {
    private static final int FLAGS = INTER_LINEAR | WARP_INVERSE_MAP;

    private Mat source = Mats.of(new byte[1]);
    private Mat target = new Mat();
    private final Mat perspective = new Mat(3, 3, CV_64F);
    private final Mat affine = new Mat(2, 3, CV_64F);
    private final DoublePointer perspectiveValues = new DoublePointer(perspective.data());
    private final DoublePointer affineValues = new DoublePointer(affine.data());
    private final Size viewSize = new Size(1, 1);
    private final Scalar border = new Scalar(0);

    /** @param viewToPicture in pixel indices */
    byte[] warp(Pixels pixels, Homography viewToPicture, ImageSize size) {
        source.create(pixels.height(), pixels.width(), CV_8UC3);
        source.data().put(pixels.rgb());
        target.create(size.height(), size.width(), CV_8UC3);
        viewSize.width(size.width()).height(size.height());
        double[] values = viewToPicture.values();
        if (viewToPicture.isAffine()) {
            affineValues.put(values, 0, 6);
            warpAffine(source, target, affine, viewSize, FLAGS, BORDER_REFLECT_101, border);
        } else {
            perspectiveValues.put(values);
            warpPerspective(source, target, perspective, viewSize, FLAGS, BORDER_REFLECT_101, border);
        }
        byte[] rgb = new byte[size.height() * size.width() * 3];
        target.data().get(rgb);
        return rgb;
    }
}
