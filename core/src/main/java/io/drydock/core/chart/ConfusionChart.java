package io.drydock.core.chart;

import io.drydock.core.metric.ConfusionMatrix;
import java.util.List;
import java.util.Locale;

/**
 * A confusion matrix with counts and rates: rows = given label, columns = predicted; right answers blue, wrong ones orange,
 * the stronger the larger the share of the row.
 *
 * @param classes names in class order
 */
public record ConfusionChart(String title, List<String> classes, ConfusionMatrix matrix) implements Chart {
    private static final int LONGEST_NAME = 20;

    public ConfusionChart {
        classes = List.copyOf(classes);
        if (classes.size() != matrix.classes()) {
            throw new IllegalArgumentException(
                    classes.size() + " names for a matrix of " + matrix.classes() + " classes");
        }
    }

    @Override
    public String svg() {
        double cell = classes.size() <= 6 ? 88 : classes.size() <= 12 ? 64 : 44;
        double names = classes.stream()
                .mapToDouble(name -> Svg.width(Svg.shortened(name, LONGEST_NAME), 12))
                .max()
                .orElse(0);
        double left = names + 52;
        boolean slanted = names > cell - 8;
        double top = 66 + (slanted ? 12 + names * 0.72 : 14);
        double side = cell * classes.size();
        Svg svg = new Svg(Math.max(360, left + side + 84), top + side + 24, title);
        svg.text("soft", left + side / 2, 48, Svg.Anchor.MIDDLE, "predicted", "");
        svg.upright(20, top + side / 2, "given label");
        for (int i = 0; i < classes.size(); i++) {
            String name = Svg.shortened(classes.get(i), LONGEST_NAME);
            double middle = (i + 0.5) * cell;
            svg.text("", left - 10, top + middle + 4, Svg.Anchor.END, name, "");
            if (slanted) {
                svg.text(
                        "",
                        0,
                        0,
                        Svg.Anchor.START,
                        name,
                        "transform:translate(" + Svg.number(left + middle) + "px," + Svg.number(top - 8)
                                + "px) rotate(-45deg)");
            } else {
                svg.text("", left + middle, top - 10, Svg.Anchor.MIDDLE, name, "");
            }
            svg.text(
                    "soft small",
                    left + side + 10,
                    top + middle + 4,
                    Svg.Anchor.START,
                    String.format(Locale.ROOT, "n = %,d", matrix.support(i)),
                    "");
            for (int j = 0; j < classes.size(); j++) {
                drawCell(svg, i, j, left + j * cell, top + i * cell, cell);
            }
        }
        return svg.end();
    }

    private void drawCell(Svg svg, int label, int predicted, double x, double y, double cell) {
        double rate = matrix.rate(label, predicted);
        int count = matrix.count(label, predicted);
        boolean right = label == predicted;
        double strength = count == 0 ? 0 : right ? 0.15 + 0.75 * rate : Math.min(0.9, 0.12 + 2.2 * rate);
        svg.rect("", x + 1, y + 1, cell - 2, cell - 2, "fill:var(--c-grid);fill-opacity:.35");
        svg.rect(
                "",
                x + 1,
                y + 1,
                cell - 2,
                cell - 2,
                "fill:" + Palette.color(right ? 0 : 1) + ";fill-opacity:"
                        + String.format(Locale.ROOT, "%.3f", strength));
        String ink = strength > 0.62 ? "fill:var(--c-paper)" : "";
        boolean roomy = cell >= 60;
        double middle = x + cell / 2;
        String size = cell >= 80 ? "font-size:16px;" : "";
        svg.text(
                count == 0 ? "soft" : "strong",
                middle,
                y + cell / 2 + (roomy ? -1 : 4),
                Svg.Anchor.MIDDLE,
                String.format(Locale.ROOT, "%,d", count),
                size + ink);
        if (roomy) {
            svg.text(
                    count == 0 ? "soft small" : "small",
                    middle,
                    y + cell / 2 + 17,
                    Svg.Anchor.MIDDLE,
                    String.format(Locale.ROOT, "%.1f %%", 100 * rate),
                    ink);
        }
    }
}
