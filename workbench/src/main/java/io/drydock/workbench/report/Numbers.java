package io.drydock.workbench.report;

import java.util.Locale;

/** Numbers as people read them in reports and on a terminal, the same in every locale. Safe for use by many threads. */
public final class Numbers {
    private static final String[] BYTE_UNITS = {"B", "KB", "MB", "GB", "TB"};

    private Numbers() {}

    /** {@code 8,932} */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A fixed number of decimals; a dash for NaN. */
    public static String fixed(double value, int decimals) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A share in [0, 1] as {@code 33.9 %}; a dash for NaN. */
    public static String percent(double share) {
        return Double.isNaN(share) ? "–" : fixed(share * 100, 1) + " %";
    }

    /** A probability in [0, 1] as whole percents, told apart from certainty: {@code <1 %}, {@code >99 %}. */
    public static String probability(double p) {
        if (p > 0 && p < 0.01) {
            return "<1 %";
        }
        if (p > 0.99 && p < 1) {
            return ">99 %";
        }
        return fixed(p * 100, 0) + " %";
    }

    /** A p-value: {@code <0.001}, or three decimals. */
    public static String pValue(double p) {
        return p < 0.001 ? "<0.001" : fixed(p, 3);
    }

    /** A score in [0, 1] as {@code .874}, the way metrics are spoken of; a dash for NaN. */
    public static String score(double value) {
        String text = fixed(value, 3);
        return text.startsWith("0.") ? text.substring(1) : text;
    }

    /** {@code 12.3 KB}, in steps of 1,000. */
    public static String bytes(long value) {
        return bytes((double) value);
    }

    /** {@code 12.3 KB} of a mean, in steps of 1,000. */
    public static String bytes(double value) {
        double left = value;
        int unit = 0;
        while (left >= 999.5 && unit < BYTE_UNITS.length - 1) {
            left /= 1000;
            unit++;
        }
        return fixed(left, unit == 0 || left >= 100 ? 0 : 1) + " " + BYTE_UNITS[unit];
    }

    /** {@code 1 image}, {@code 2 images}. */
    public static String of(long value, String one, String many) {
        return count(value) + " " + (value == 1 ? one : many);
    }
}
