package io.drydock.workbench.report;

import io.drydock.core.chart.Histogram;
import io.drydock.core.chart.Sample;
import io.drydock.workbench.inspect.InspectedImage;
import io.drydock.workbench.inspect.Inspection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How measures of the images spread, labelled and test over each other. Safe for use by many threads. */
final class MeasureCharts {
    private static final int BINS = 36;
    private static final double TAIL = 0.995;

    private MeasureCharts() {}

    static Html shapes(Inspection inspection) {
        return columns(
                chart(inspection, "Height", "pixels", InspectedImage::height),
                chart(inspection, "Width over height", "ratio", InspectedImage::aspect));
    }

    static Html looks(Inspection inspection) {
        return columns(
                chart(inspection, "Brightness", "mean, 0 black to 1 white", InspectedImage::brightness),
                chart(inspection, "Sharpness", "spread of edges", InspectedImage::sharpness));
    }

    private static Html columns(Html... charts) {
        return Html.tag("div", "columns", charts);
    }

    private static Html chart(
            Inspection inspection, String title, String unit, ToDoubleFunction<InspectedImage> measure) {
        double[] sorted = inspection.images().stream()
                .mapToDouble(measure)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return Html.NONE;
        }
        double most = sorted[(int) (TAIL * (sorted.length - 1))];
        List<Sample> samples = new ArrayList<>();
        samples.add(sample("labelled", inspection.labeled(), measure, most));
        if (!inspection.test().isEmpty()) {
            samples.add(sample("test", inspection.test(), measure, most));
        }
        return Html.chart(new Histogram(title, unit, samples, BINS));
    }

    /** The longest half percent of a tail counts in the last bin, so that it does not squeeze the rest. */
    private static Sample sample(
            String name, List<InspectedImage> images, ToDoubleFunction<InspectedImage> measure, double most) {
        return new Sample(
                name,
                images.stream()
                        .map(image -> Math.min(most, measure.applyAsDouble(image)))
                        .toList());
    }
}
