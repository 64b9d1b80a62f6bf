package io.drydock.core.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How values spread, several groups over each other in the same bins; with more than one group as shares of each group, so
 * that groups of different size compare.
 *
 * @param bins number of bins over the whole range, at least 1
 */
public record Histogram(String title, String xLabel, List<Sample> samples, int bins) implements Chart {
    private static final double WIDTH = 520;
    private static final double HEIGHT = 280;

    public Histogram {
        samples = List.copyOf(samples);
        if (bins < 1) {
            throw new IllegalArgumentException("need at least 1 bin, were " + bins);
        }
    }

    @Override
    public String svg() {
        List<Double> all = new ArrayList<>();
        samples.forEach(sample -> all.addAll(sample.values()));
        boolean shares = samples.size() > 1;
        Axis x = Axis.over(xLabel, false, all, 6);
        List<double[]> heights =
                samples.stream().map(sample -> heights(sample, x, shares)).toList();
        List<Double> ys = new ArrayList<>(List.of(0.0));
        heights.forEach(each -> Arrays.stream(each).forEach(ys::add));
        double top = shares ? 66 : 48;
        Frame frame = new Frame(
                x,
                Axis.over(shares ? "share of each group (%)" : "count", false, ys, 5),
                74,
                top,
                WIDTH - 74 - 24,
                HEIGHT - top - 56);
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        if (shares) {
            svg.legend(16, 48, samples.stream().map(Sample::name).toList());
        }
        frame.draw(svg);
        for (int s = 0; s < samples.size(); s++) {
            String outline = outline(frame, heights.get(s));
            svg.path("", outline + "Z", "fill:" + Palette.color(s) + ";fill-opacity:.28");
            svg.path("line", outline, "stroke:" + Palette.color(s) + ";stroke-width:1.5");
        }
        return svg.end();
    }

    private double[] heights(Sample sample, Axis x, boolean shares) {
        double[] heights = new double[bins];
        for (double value : sample.values()) {
            int bin = (int) Math.floor(x.share(value) * bins);
            heights[Math.max(0, Math.min(bins - 1, bin))]++;
        }
        if (shares && !sample.values().isEmpty()) {
            for (int i = 0; i < bins; i++) {
                heights[i] *= 100.0 / sample.values().size();
            }
        }
        return heights;
    }

    private String outline(Frame frame, double[] heights) {
        StringBuilder path = new StringBuilder();
        path.append('M').append(point(frame.left(), frame.py(0)));
        for (int i = 0; i < bins; i++) {
            double y = frame.py(heights[i]);
            path.append('L').append(point(frame.left() + frame.width() * i / bins, y));
            path.append('L').append(point(frame.left() + frame.width() * (i + 1) / bins, y));
        }
        return path.append('L').append(point(frame.right(), frame.py(0))).toString();
    }

    private static String point(double x, double y) {
        return Svg.number(x) + " " + Svg.number(y);
    }
}
