package io.drydock.core.chart;

/**
 * The rectangle of a plot with its two axes, light grid and labels: turns values into pixels.
 *
 * @param left pixel of the lowest x
 * @param top pixel of the highest y
 */
record Frame(Axis x, Axis y, double left, double top, double width, double height) {
    double px(double value) {
        return left + width * x.share(value);
    }

    double py(double value) {
        return top + height * (1 - y.share(value));
    }

    double bottom() {
        return top + height;
    }

    double right() {
        return left + width;
    }

    boolean shows(double xValue, double yValue) {
        return x.shows(xValue) && y.shows(yValue);
    }

    void draw(Svg svg) {
        for (double tick : y.ticks()) {
            svg.line("grid", left, py(tick), right(), py(tick));
            svg.text("soft small", left - 8, py(tick) + 4, Svg.Anchor.END, y.text(tick), "");
        }
        for (double tick : x.ticks()) {
            svg.line("axis", px(tick), bottom(), px(tick), bottom() + 4);
            svg.text("soft small", px(tick), bottom() + 17, Svg.Anchor.MIDDLE, x.text(tick), "");
        }
        svg.line("axis", left, bottom(), right(), bottom());
        svg.text("soft", left + width / 2, bottom() + 36, Svg.Anchor.MIDDLE, x.label(), "");
        if (!y.label().isEmpty()) {
            svg.upright(18, top + height / 2, y.label());
        }
    }
}
