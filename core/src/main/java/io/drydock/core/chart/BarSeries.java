package io.drydock.core.chart;

import java.util.Arrays;
import java.util.List;

/**
 * One bar a category.
 *
 * @param values at least 0, one a category
 */
public record BarSeries(String name, List<Double> values) {
    public BarSeries {
        values = List.copyOf(values);
    }

    /** Counts as bars. */
    public static BarSeries ofCounts(String name, int... counts) {
        return new BarSeries(
                name, Arrays.stream(counts).asDoubleStream().boxed().toList());
    }

    double sum() {
        return values.stream()
                .filter(Double::isFinite)
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
