package io.drydock.core.chart;

import java.util.List;
import java.util.Locale;

/**
 * Horizontal bars, a group a category with one bar a series beside each other, each with its number at its end.
 *
 * @param categories names from top to bottom
 * @param asShares whether a bar's length is its share of its series, so that parts of different size compare; the label
 *     then shows count and share
 */
public record BarChart(String title, List<String> categories, List<BarSeries> series, boolean asShares)
        implements Chart {
    private static final double WIDTH = 720;
    private static final double BAR = 16;
    private static final int LONGEST_NAME = 28;

    public BarChart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        for (BarSeries one : series) {
            if (one.values().size() != categories.size()) {
                throw new IllegalArgumentException("series " + one.name() + " has "
                        + one.values().size() + " values for " + categories.size() + " categories");
            }
        }
    }

    @Override
    public String svg() {
        boolean named = series.size() > 1;
        double top = named ? 62 : 44;
        double group = BAR * series.size() + 2.0 * (series.size() - 1);
        double pitch = group + 14;
        double left = 28
                + categories.stream()
                        .mapToDouble(name -> Svg.width(Svg.shortened(name, LONGEST_NAME), 12))
                        .max()
                        .orElse(0);
        Svg svg = new Svg(WIDTH, top + pitch * categories.size() + 12, title);
        if (named) {
            svg.legend(16, 48, series.stream().map(BarSeries::name).toList());
        }
        double room = WIDTH - left - 120;
        double longest = longest();
        for (int i = 0; i < categories.size(); i++) {
            double y = top + pitch * i;
            String name = Svg.shortened(categories.get(i), LONGEST_NAME);
            svg.text("", left - 10, y + group / 2 + 4, Svg.Anchor.END, name, "");
            for (int s = 0; s < series.size(); s++) {
                double barY = y + s * (BAR + 2);
                double length = longest > 0 ? room * length(series.get(s), i) / longest : 0;
                String label = label(series.get(s), i);
                svg.bar(
                        left,
                        barY,
                        length,
                        BAR,
                        Palette.color(s),
                        categories.get(i) + ", " + series.get(s).name() + ": " + label);
                svg.text("small", left + length + 6, barY + BAR - 4, Svg.Anchor.START, label, "");
            }
        }
        svg.line("axis", left, top - 4, left, top + pitch * categories.size() - 8);
        return svg.end();
    }

    private double longest() {
        double longest = 0;
        for (BarSeries one : series) {
            for (int i = 0; i < categories.size(); i++) {
                longest = Math.max(longest, length(one, i));
            }
        }
        return longest;
    }

    private double length(BarSeries one, int category) {
        double value = one.values().get(category);
        if (!Double.isFinite(value) || value < 0) {
            return 0;
        }
        double sum = one.sum();
        return asShares ? (sum > 0 ? value / sum : 0) : value;
    }

    private String label(BarSeries one, int category) {
        double value = one.values().get(category);
        if (!Double.isFinite(value)) {
            return "-";
        }
        String number = value == Math.rint(value) && (asShares || one.sum() > categories.size())
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%.3f", value);
        return asShares ? String.format(Locale.ROOT, "%s (%.1f %%)", number, 100 * length(one, category)) : number;
    }
}
