package io.drydock.core.chart;

import java.util.List;

/**
 * Where dots lie in a rectangle, both axes to the same scale, y upward.
 *
 * @param scale pixels a unit
 * @param left pixel of x = 0
 * @param bottom pixel of y = 0
 */
record DotFrame(double scale, double left, double bottom) {
    static DotFrame around(List<DotMap.Dot> dots, double x, double y, double width, double height) {
        double lowX = dots.stream().mapToDouble(DotMap.Dot::x).min().orElse(0);
        double highX = dots.stream().mapToDouble(DotMap.Dot::x).max().orElse(1);
        double lowY = dots.stream().mapToDouble(DotMap.Dot::y).min().orElse(0);
        double highY = dots.stream().mapToDouble(DotMap.Dot::y).max().orElse(1);
        double scale = Math.min(width / Math.max(1e-9, highX - lowX), height / Math.max(1e-9, highY - lowY));
        return new DotFrame(
                scale, x + width / 2 - scale * (lowX + highX) / 2, y + height / 2 + scale * (lowY + highY) / 2);
    }

    double px(double x) {
        return left + scale * x;
    }

    double py(double y) {
        return bottom - scale * y;
    }
}
