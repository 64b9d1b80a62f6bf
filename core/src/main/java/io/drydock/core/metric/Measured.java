package io.drydock.core.metric;

import java.util.Locale;

/**
 * A value measured on a sample, with its 95 % interval.
 *
 * @param low lower end, at most the value
 * @param high upper end, at least the value
 */
public record Measured(double value, double low, double high) {
    /** A value whose interval is not known. */
    public static Measured exactly(double value) {
        return new Measured(value, value, value);
    }

    /** {@code .925 [.906, .943]} for shares, {@code 1.234 [1.1, ...]} otherwise. */
    @Override
    public String toString() {
        return format(value) + " [" + format(low) + ", " + format(high) + "]";
    }

    private static String format(double number) {
        String text = String.format(Locale.ROOT, "%.3f", number);
        if (text.startsWith("0.")) {
            return text.substring(1);
        }
        return text.startsWith("-0.") ? "-" + text.substring(2) : text;
    }
}
