package io.drydock.image.plot;

import static org.bytedeco.opencv.global.opencv_imgproc.FILLED;
import static org.bytedeco.opencv.global.opencv_imgproc.FONT_HERSHEY_SIMPLEX;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_AA;
import static org.bytedeco.opencv.global.opencv_imgproc.circle;
import static org.bytedeco.opencv.global.opencv_imgproc.putText;

import io.drydock.image.decode.Pixels;
import io.drydock.image.opencv.Mats;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Dots in a square on white with a legend above, equal scales on both axes, y upward. Letters beyond ASCII become question
 * marks.
 *
 * @param sidePx of the square, at least 100
 * @param radiusPx of a dot
 * @param groups name and color of each group
 * @param dots in drawing order, the last on top
 */
public record DotPlot(int sidePx, double radiusPx, List<Group> groups, List<Dot> dots) {
    private static final int LEGEND = 44;
    private static final int EDGE = 16;
    private static final int FRACTION_BITS = 4;
    private static final double TEXT_SCALE = 0.55;
    private static final int LETTER = 11;

    public DotPlot {
        if (sidePx < 100) {
            throw new IllegalArgumentException("a plot needs a side of at least 100 pixels, was " + sidePx);
        }
        groups = List.copyOf(groups);
        dots = List.copyOf(dots);
    }

    /**
     * Dots of one name and color.
     *
     * @param rgb color as {@code 0xRRGGBB}
     */
    public record Group(String name, int rgb) {}

    /**
     * A place on the plane.
     *
     * @param group position among the groups
     */
    public record Dot(double x, double y, int group) {}

    /** The plot, [sidePx + 44][sidePx]. */
    public Pixels draw() {
        byte[] white = new byte[(sidePx + LEGEND) * sidePx * 3];
        Arrays.fill(white, (byte) 255);
        try (Mat sheet = Mats.of(sidePx + LEGEND, sidePx, white)) {
            legend(sheet);
            double lowX = dots.stream().mapToDouble(Dot::x).min().orElse(0);
            double highX = dots.stream().mapToDouble(Dot::x).max().orElse(1);
            double lowY = dots.stream().mapToDouble(Dot::y).min().orElse(0);
            double highY = dots.stream().mapToDouble(Dot::y).max().orElse(1);
            double scale = (sidePx - 2.0 * EDGE) / Math.max(1e-9, Math.max(highX - lowX, highY - lowY));
            for (Dot dot : dots) {
                double x = sidePx / 2.0 + scale * (dot.x() - (lowX + highX) / 2);
                double y = LEGEND + sidePx / 2.0 - scale * (dot.y() - (lowY + highY) / 2);
                disc(sheet, x, y, radiusPx, groups.get(dot.group()).rgb());
            }
            return new Pixels(sidePx + LEGEND, sidePx, Mats.rgb(sheet));
        }
    }

    private void legend(Mat sheet) {
        int at = EDGE;
        for (Group group : groups) {
            disc(sheet, at + 5, 22, 5, group.rgb());
            String name = group.name().replaceAll("[^\\x20-\\x7E]", "?");
            try (Point where = new Point(at + 16, 27);
                    Scalar ink = new Scalar(40, 40, 40, 0)) {
                putText(sheet, name, where, FONT_HERSHEY_SIMPLEX, TEXT_SCALE, ink, 1, LINE_AA, false);
            }
            at += 16 + name.length() * LETTER + 18;
        }
    }

    private static void disc(Mat sheet, double x, double y, double radius, int rgb) {
        int unit = 1 << FRACTION_BITS;
        try (Point center = new Point((int) Math.round(x * unit), (int) Math.round(y * unit));
                Scalar color = new Scalar((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF, 0)) {
            circle(sheet, center, (int) Math.round(radius * unit), color, FILLED, LINE_AA, FRACTION_BITS);
        }
    }
}
