package io.drydock.core.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Points of several groups, such as a map of embeddings or score against time.
 *
 * @param groups each with a color; their names stand above the plot
 * @param logX whether the x axis is logarithmic
 */
public record ScatterChart(String title, String xLabel, String yLabel, boolean logX, List<Curve> groups)
        implements Chart {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 480;

    public ScatterChart {
        groups = List.copyOf(groups);
    }

    @Override
    public String svg() {
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        groups.forEach(group -> xs.addAll(group.x()));
        groups.forEach(group -> ys.addAll(group.y()));
        double top = groups.size() > 1 ? 66 : 48;
        Frame frame = new Frame(
                Axis.over(xLabel, logX, xs, 8),
                Axis.over(yLabel, false, ys, 6),
                74,
                top,
                WIDTH - 74 - 24,
                HEIGHT - top - 56);
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        if (groups.size() > 1) {
            svg.legend(16, 48, groups.stream().map(Curve::name).toList());
        }
        frame.draw(svg);
        int points = xs.size();
        double radius = points > 2000 ? 2 : points > 300 ? 3 : 4.5;
        for (int g = 0; g < groups.size(); g++) {
            Curve group = groups.get(g);
            String style = "fill:" + Palette.color(g) + ";fill-opacity:" + (points > 300 ? ".55" : ".85");
            for (int i = 0; i < group.x().size(); i++) {
                double x = group.x().get(i);
                double y = group.y().get(i);
                if (frame.shows(x, y)) {
                    svg.circle(frame.px(x), frame.py(y), radius, style);
                }
            }
        }
        return svg.end();
    }
}
