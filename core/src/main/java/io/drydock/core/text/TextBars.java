package io.drydock.core.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Horizontal bars for a terminal: label, bar in eighths of a column, count and share. For one thread at a time. */
public final class TextBars {
    private static final String EIGHTHS = " \u258F\u258E\u258D\u258C\u258B\u258A\u2589\u2588";

    private final int width;
    private final List<Bar> bars = new ArrayList<>();

    private record Bar(String label, double value) {}

    /** Bars of which the longest takes {@code width} columns. */
    public TextBars(int width) {
        this.width = width;
    }

    /**
     * Adds a bar.
     *
     * @param value count, at least 0
     */
    public TextBars bar(String label, double value) {
        bars.add(new Bar(label, value));
        return this;
    }

    @Override
    public String toString() {
        int labelWidth =
                bars.stream().mapToInt(bar -> TextWidth.of(bar.label())).max().orElse(0);
        double largest = bars.stream().mapToDouble(Bar::value).max().orElse(0);
        double sum = bars.stream().mapToDouble(Bar::value).sum();
        int countWidth =
                bars.stream().mapToInt(bar -> count(bar.value()).length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Bar bar : bars) {
            String drawn = drawn(largest > 0 ? bar.value() / largest : 0);
            text.append(bar.label())
                    .append(" ".repeat(labelWidth - TextWidth.of(bar.label()) + 2))
                    .append(drawn)
                    .append(" ".repeat(width - drawn.length() + 2))
                    .append(String.format(
                            Locale.ROOT,
                            "%" + countWidth + "s  %5.1f %%",
                            count(bar.value()),
                            sum > 0 ? 100 * bar.value() / sum : 0))
                    .append('\n');
        }
        return text.toString();
    }

    private String drawn(double share) {
        int eighths = (int) Math.round(share * width * 8);
        if (share > 0 && eighths == 0) {
            eighths = 1;
        }
        String full = "\u2588".repeat(eighths / 8);
        return eighths % 8 == 0 ? full : full + EIGHTHS.charAt(eighths % 8);
    }

    private static String count(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%.3f", value);
    }
}
