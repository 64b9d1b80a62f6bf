package io.drydock.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One direction of a plot: which values it spans and where they are marked.
 *
 * @param label what the values are, with their unit
 * @param logarithmic whether equal steps are equal factors; needs values above 0
 */
record Axis(String label, boolean logarithmic, double low, double high, List<Double> ticks) {
    private static final double[] STEPS = {1, 2, 5, 10};

    Axis {
        ticks = List.copyOf(ticks);
    }

    /** Spans the finite values (above 0 where logarithmic) with round ends. */
    static Axis over(String label, boolean logarithmic, Iterable<Double> values, int marks) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value) && (!logarithmic || value > 0)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (low > high) {
            low = logarithmic ? 0.1 : 0;
            high = 1;
        }
        return logarithmic ? decades(label, low, high) : round(label, low, high, marks);
    }

    private static Axis round(String label, double least, double most, int marks) {
        double low = least;
        double high = most;
        if (high - low < 1e-12 * Math.max(1, Math.abs(high))) {
            double room = Math.max(Math.abs(high) * 0.1, 1e-9);
            low -= room;
            high += room;
        }
        double rough = (high - low) / Math.max(1, marks);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = 10 * power;
        for (double candidate : STEPS) {
            if (candidate * power >= rough * 0.999) {
                step = candidate * power;
                break;
            }
        }
        long first = (long) Math.floor(low / step + 1e-9);
        long last = (long) Math.ceil(high / step - 1e-9);
        List<Double> ticks = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            ticks.add(i * step);
        }
        return new Axis(label, false, first * step, last * step, ticks);
    }

    /** Spans whole numbers, such as epochs, and marks no fractions; a single number is in the middle. */
    static Axis whole(String label, List<Double> values, int marks) {
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        if (low == high) {
            return new Axis(label, false, low - 0.5, high + 0.5, List.of(low));
        }
        return round(label, low, high, (int) Math.min(marks, high - low));
    }

    private static Axis decades(String label, double low, double high) {
        int first = (int) Math.floor(Math.log10(low) + 1e-9);
        int last = Math.max(first + 1, (int) Math.ceil(Math.log10(high) - 1e-9));
        int every = Math.max(1, (last - first + 8) / 9);
        List<Double> ticks = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent += every) {
            ticks.add(Math.pow(10, exponent));
        }
        return new Axis(label, true, Math.pow(10, first), Math.pow(10, last), ticks);
    }

    /** Where a value lies between the ends, 0..1. */
    double share(double value) {
        return logarithmic
                ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (value - low) / (high - low);
    }

    /** Whether a value can be drawn. */
    boolean shows(double value) {
        return Double.isFinite(value) && (!logarithmic || value > 0);
    }

    /** How a mark is written: decades as powers where they are small or large, else with no more digits than steps need. */
    String text(double tick) {
        if (logarithmic) {
            long exponent = Math.round(Math.log10(tick));
            return exponent >= -2 && exponent <= 4 ? plain(tick, (int) Math.max(0, -exponent)) : "1e" + exponent;
        }
        double step = ticks.size() < 2 ? 1 : ticks.get(1) - ticks.get(0);
        if (step < 1e-6 || Math.max(Math.abs(low), Math.abs(high)) >= 1e9) {
            return String.format(Locale.ROOT, "%.1e", tick);
        }
        return plain(tick, (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
    }

    private static String plain(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value == 0 ? 0 : value);
    }
}
