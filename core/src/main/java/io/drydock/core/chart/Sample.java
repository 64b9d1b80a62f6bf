package io.drydock.core.chart;

import java.util.List;

/** Measured values of one group, for a histogram; values that are not finite do not count. */
public record Sample(String name, List<Double> values) {
    public Sample {
        values = values.stream().filter(Double::isFinite).toList();
    }
}
