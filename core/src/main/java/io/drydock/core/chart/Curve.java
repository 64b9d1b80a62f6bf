package io.drydock.core.chart;

import java.util.List;

/** One line of a chart: points in order; a NaN breaks it. */
public record Curve(String name, List<Double> x, List<Double> y) {
    public Curve {
        x = List.copyOf(x);
        y = List.copyOf(y);
        if (x.size() != y.size()) {
            throw new IllegalArgumentException(name + " has " + x.size() + " x values and " + y.size() + " y values");
        }
    }
}
