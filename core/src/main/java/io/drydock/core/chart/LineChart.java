package io.drydock.core.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Lines with their names at their right ends, and named points.
 *
 * @param logX whether the x axis is logarithmic, as for learning rates
 */
public record LineChart(String title, String xLabel, String yLabel, boolean logX, List<Curve> curves, List<Mark> marks)
        implements Chart {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 400;
    private static final double LABEL_STEP = 15;
    private static final int DOTS_UP_TO = 30;
    private static final int VALUES_UP_TO = 3;

    public LineChart {
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
    }

    /** Lines without named points on plain axes. */
    public LineChart(String title, String xLabel, String yLabel, List<Curve> curves) {
        this(title, xLabel, yLabel, false, curves, List.of());
    }

    @Override
    public String svg() {
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        curves.forEach(curve -> xs.addAll(curve.x()));
        curves.forEach(curve -> ys.addAll(curve.y()));
        marks.forEach(mark -> xs.add(mark.x()));
        marks.forEach(mark -> ys.add(mark.y()));
        double names = curves.stream()
                .mapToDouble(curve -> Svg.width(curve.name(), 12))
                .max()
                .orElse(0);
        Frame frame = new Frame(
                isWhole(xs) && !logX ? Axis.whole(xLabel, xs, 8) : Axis.over(xLabel, logX, xs, 8),
                Axis.over(yLabel, false, ys, 6),
                74,
                48,
                WIDTH - 74 - Math.min(200, names + 28),
                HEIGHT - 48 - 56);
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        frame.draw(svg);
        List<EndLabel> labels = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            draw(svg, frame, curves.get(i), i, labels);
        }
        drawLabels(svg, frame, labels);
        for (Mark mark : marks) {
            draw(svg, frame, mark);
        }
        return svg.end();
    }

    private static boolean isWhole(List<Double> values) {
        return !values.isEmpty()
                && values.stream().allMatch(value -> value == Math.rint(value) && Math.abs(value) < 1e9);
    }

    private record EndLabel(String name, int series, double y) {}

    private void draw(Svg svg, Frame frame, Curve curve, int series, List<EndLabel> labels) {
        boolean few = curve.x().size() <= VALUES_UP_TO;
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        double lastY = Double.NaN;
        for (int i = 0; i < curve.x().size(); i++) {
            double x = curve.x().get(i);
            double y = curve.y().get(i);
            if (!frame.shows(x, y)) {
                drawing = false;
                continue;
            }
            path.append(drawing ? 'L' : 'M')
                    .append(Svg.number(frame.px(x)))
                    .append(' ')
                    .append(Svg.number(frame.py(y)));
            drawing = true;
            lastY = frame.py(y);
            if (curve.x().size() <= DOTS_UP_TO) {
                svg.circle(frame.px(x), frame.py(y), few ? 5 : 3, "fill:" + Palette.color(series));
            }
            if (few) {
                drawValue(svg, frame, x, y, series);
            }
        }
        if (path.length() > 0) {
            svg.path("line", path.toString(), "stroke:" + Palette.color(series));
            labels.add(new EndLabel(curve.name(), series, lastY));
        }
    }

    /** A line of a few points is hard to read by its axes: each point gets its value, away from the other lines. */
    private void drawValue(Svg svg, Frame frame, double x, double y, int series) {
        boolean below = curves.stream()
                .anyMatch(other ->
                        other.x().contains(x) && other.y().get(other.x().indexOf(x)) > y);
        boolean atBottom = frame.py(y) + 24 > frame.bottom();
        boolean atEnd = frame.px(x) > frame.right() - 30;
        boolean beside = atBottom || frame.px(x) < frame.left() + 30;
        svg.text(
                "halo",
                frame.px(x) + (atEnd ? -9 : beside ? 9 : 0),
                frame.py(y) + (atBottom ? -6 : below ? 20 : -10),
                atEnd ? Svg.Anchor.END : beside ? Svg.Anchor.START : Svg.Anchor.MIDDLE,
                String.format(Locale.ROOT, "%.3f", y),
                "fill:" + Palette.color(series));
    }

    private static void drawLabels(Svg svg, Frame frame, List<EndLabel> labels) {
        labels.sort(Comparator.comparingDouble(EndLabel::y));
        double free = frame.top() - LABEL_STEP;
        double[] at = new double[labels.size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = Math.max(labels.get(i).y(), free + LABEL_STEP);
            free = at[i];
        }
        double limit = frame.bottom() + LABEL_STEP;
        for (int i = at.length - 1; i >= 0; i--) {
            at[i] = Math.min(at[i], limit - LABEL_STEP);
            limit = at[i];
            EndLabel label = labels.get(i);
            svg.text(
                    "strong",
                    frame.right() + 10,
                    at[i] + 4,
                    Svg.Anchor.START,
                    label.name(),
                    "fill:" + Palette.color(label.series()));
        }
    }

    private void draw(Svg svg, Frame frame, Mark mark) {
        if (!frame.shows(mark.x(), mark.y())) {
            return;
        }
        int color = curves.size() + marks.indexOf(mark);
        double x = frame.px(mark.x());
        double y = frame.py(mark.y());
        svg.circle(x, y, 5, "fill:" + Palette.color(color));
        boolean leftOf = x > frame.left() + frame.width() * 0.75;
        double offset = marks.indexOf(mark) % 2 == 0 ? -10 : 20;
        svg.text(
                "strong halo",
                x + (leftOf ? -8 : 8),
                y + offset,
                leftOf ? Svg.Anchor.END : Svg.Anchor.START,
                mark.name(),
                "fill:" + Palette.color(color));
    }
}
